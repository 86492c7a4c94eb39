#!/bin/sh
# Runs as the student, before anything of theirs: a copy of the lessons, the limits, then the server.
set -eu
umask 077
prefix=$(dirname "$0")/..
mkdir -p "$HOME/whosays"
lessons() { # a newer lesson comes in, the student's own stays beside it as NAME~; a full disk keeps nobody out
  cp --recursive --update --backup=simple --no-target-directory "$1" "$2" || echo "lessons not copied for $JUPYTERHUB_USER" >&2
}
lessons "$prefix/lessons" "$HOME/whosays"
case $JUPYTERHUB_USER in
  seat*) WHOSAYS_SEAT=$(expr "${JUPYTERHUB_USER#seat}" + 0) && export WHOSAYS_SEAT ;;
  *) lessons "$prefix/teach" "$HOME/whosays/teach" ;;
esac
# The kernel of the system holds these, for each process (--as) and for all of the seat's together (--nproc).
exec prlimit --as="$MEM_LIMIT" --nproc="$WHOSAYS_THREADS" --core=0 jupyterhub-singleuser "$@"
