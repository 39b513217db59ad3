#!/bin/sh
# Packs the notes of a day into one file.
set -eu

day=$(date +%F)
tar -czf "notes-$day.tar.gz" notes
echo "notes-$day.tar.gz"
