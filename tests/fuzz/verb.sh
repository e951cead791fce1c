# shellcheck shell=bash
# ./dev fuzz: part of ./dev, which has the packages, the build and the steps.

# What is found while it runs is kept in build/fuzz/found/TARGET; only what is put into tests/fuzz/corpus is shared.
fuzz_one() { # TARGET SECONDS
    local target=$1 corpus=tests/fuzz/corpus/$1 found=build/fuzz/found/$1 options=()
    mkdir -p "$found"
    [[ ! -e tests/fuzz/$target.dict ]] || options+=("-dict=tests/fuzz/$target.dict")
    UBSAN_OPTIONS=print_stacktrace=1 "build/fuzz/bin/fuzz_$target" "${options[@]}" -max_total_time="$2" -timeout=30 \
        -rss_limit_mb=3000 -max_len=65536 -use_value_profile=1 -print_final_stats=1 -artifact_prefix="$found-" "$found" "$corpus"
}
# Adds to the corpus what was found and covers something new, the shortest of it; drops what was added so before and
# no longer does. What has a name was made by hand, and stays.
fuzz_small() { # TARGET
    local target=$1 corpus=tests/fuzz/corpus/$1 found=build/fuzz/found/$1 candidates=build/fuzz/candidates before=build/fuzz/before file
    rm -rf "$candidates" "$before"
    mkdir -p "$candidates" "$found"
    cp -r "$corpus" "$before"
    for file in "$corpus"/*; do
        [[ ! ${file##*/} =~ ^[0-9a-f]{40}$ ]] || mv "$file" "$candidates"
    done
    find "$found" -type f -size -5k -exec cp -t "$candidates" {} +
    if ! "build/fuzz/bin/fuzz_$target" -merge=1 -timeout=30 -rss_limit_mb=3000 "$corpus" "$candidates" 2>&1 | tail -n 2; then
        # What had been there comes back: without a comparison nothing is known to be too much.
        find "$candidates" -type f | while read -r file; do
            [[ ! -e $before/${file##*/} ]] || cp "$file" "$corpus"
        done
        return 1
    fi
    du -sb "$corpus"
}
verb_fuzz() {
    need "${build_packages[@]}" "${fuzz_packages[@]}"
    local small='' targets=() target
    [[ ${1-} != --small ]] || { small=1; shift; }
    for target in tests/fuzz/fuzz_*.cpp; do
        target=${target##*/fuzz_}
        target=${target%.cpp}
        if [[ -z ${1-} || $1 == all || $1 == "$target" ]]; then targets+=("$target"); fi
    done
    ((${#targets[@]})) || fail "no such fuzz target: $1"
    build fuzz fuzz_targets
    for target in "${targets[@]}"; do
        if [[ -n $small ]]; then
            step "$target: corpus" fuzz_small "$target"
        else
            step "$target: ${2:-60} s" fuzz_one "$target" "${2:-60}"
        fi
    done
    summary
}
