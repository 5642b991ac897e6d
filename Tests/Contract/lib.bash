# What the contract scripts share.  Sourced in a folder of their own; the tools are in the path.
set -u
here=$ROOT/Tests/Contract
tools=(normalize translate-artifact-fix segment tag-entities extract-quotes)
# Which of them a script tries one by one.
read -ra tried <<< "${TOOLS:-${tools[*]}}"

fail() { echo "FAILED: $*"; exit 1; }

# The library that makes system calls fail.
shim() {
  command -v clang > /dev/null || { echo "SKIPPED: no clang to build the fault library with"; exit 0; }
  faults=$PWD/faults.so
  clang -shared -fPIC -O1 -o "$faults" "$here/faults.c" || fail "the fault library does not build"
}

# corpus N: N records, each with something to repair in it.
corpus() {
  local i
  for ((i = 0; i < $1; i++)); do
    printf '{"id":%d,"text":"The caf\xc3\x83\xc2\xa9 in Paris opened . “It is good,” said Ann Lee number %d ."}\n' "$i" "$i"
  done
}

# No temporary file stays beside a target.
no_leftovers() {
  local left
  left=$(find . -name 'target.??????' -o -name 'in.??????' -o -name 'bad*.??????')
  [[ -z $left ]] || fail "$1: left behind: $left"
}
