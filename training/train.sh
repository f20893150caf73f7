#!/usr/bin/env bash
# Make the bundled pipeline: training/train.sh PYTHON TREEBANK VECTORS
# TREEBANK holds train-*.conllu[.xz] and dev-*.conllu; VECTORS is a floret file, plain or .xz.
set -euo pipefail
python=$1 treebank=$2 vectors=$3
here=$(dirname "$0")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export OMP_NUM_THREADS=1

"$python" "$here/prepare.py" "$treebank" "$work/corpus"
case "$vectors" in
*.xz) xz --decompress --stdout "$vectors" >"$work/nl.floret" ;;
*) cp "$vectors" "$work/nl.floret" ;;
esac
"$python" -m spacy init vectors nl "$work/nl.floret" "$work/vectors" --mode floret
"$python" -m spacy train "$here/config.cfg" --output "$work/trained" \
    --paths.train "$work/corpus/train.spacy" --paths.dev "$work/corpus/dev.spacy" --paths.vectors "$work/vectors"
"$python" "$here/bundle.py" "$work/trained/model-best" "$here/../schrijfhulp/model"
"$python" -m benchmarks pipeline "$treebank"
