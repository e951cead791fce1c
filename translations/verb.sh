# shellcheck shell=bash
# ./dev translations, and what ./dev lint looks at: part of ./dev, which has the packages and the steps.

# Texts of the engine are marked IPC_TR("..."); lupdate would file them under their C++ namespace, so it reads a copy
# in which they say what they mean: context "schema", the one that the window looks them up in.
collect_texts() { # TS-FILE
    local copy plural=()
    [[ $1 == *_en.ts ]] && plural=(-pluralonly) # what the sources say is English, but for "%n object(s)"
    copy=$(mktemp -d)
    mkdir "$copy/engine"
    (cd engine && find . \( -name '*.cpp' -o -name '*.h' \) ! -path ./base/tr.h -print0 |
        xargs -0 cp --parents -t "$copy/engine")
    find "$copy" -type f -exec sed -i 's/\bIPC_TR(/QT_TRANSLATE_NOOP("schema", /g' {} +
    cp -r widgets gui "$copy"
    example_texts >"$copy/gui/example_texts.cpp"
    (cd "$copy" && /usr/lib/qt6/bin/lupdate -silent -no-obsolete -locations none -source-language en "${plural[@]}" \
        -extensions cpp,h engine widgets gui -ts "$1" 2>&1 | { grep -v 'undeclared qualified class' || true; })
    rm -r "$copy"
}
# What the gallery shows of the examples, as source that lupdate understands: the groups, and of each example's comment
# the title and the paragraphs, each joined to one line exactly as read_example() (engine/session/examples.cpp) does.
example_texts() {
    local name files=()
    while read -r name; do files+=("resources/examples/$name.ips"); done < <(grep '^[a-z]' resources/examples/index.txt)
    awk '
        function say(text) {
            gsub(/[\\"]/, "\\\\&", text)
            if (text != "") printf "QT_TRANSLATE_NOOP(\"examples\", \"%s\")\n", text
        }
        function end_paragraph() {
            sub(/^Look for: */, "", paragraph)
            say(paragraph)
            paragraph = ""
        }
        /^= / && FILENAME ~ /index.txt$/ { say(substr($0, 3)) }
        FILENAME ~ /index.txt$/ { next }
        FNR == 1 { end_paragraph(); comment = 1 }
        !/^#/ { comment = 0 }
        !comment { next }
        {
            gsub(/^#[ #]*|[ \r]+$/, "")
            if (FNR == 1) say($0)
            else if ($0 == "") end_paragraph()
            else paragraph = paragraph (paragraph == "" ? "" : " ") $0
        }
        END { end_paragraph() }' resources/examples/index.txt "${files[@]}"
}
# Context and text of every entry without a finished translation, one a line.
unfinished() { # TS-FILE
    awk -v RS='</message>' '
        match($0, /<name>[^<]*/) { context = substr($0, RSTART + 6, RLENGTH - 6) }
        /type="unfinished"/ && match($0, /<source>[^<]*/) {
            text = substr($0, RSTART + 8, RLENGTH - 8)
            gsub(/\n/, "\\n", text)
            print context ": " text
        }' "$1"
}

verb_translations() {
    local file count
    if [[ ${1-} == --missing ]]; then
        for file in translations/*.ts; do unfinished "$file"; done
        return
    fi
    need "${translation_packages[@]}"
    for file in translations/*.ts; do
        collect_texts "$PWD/$file"
        count=$(unfinished "$file" | wc -l)
        echo "$file: $(grep -c '<message' "$file") texts, $count to be translated"
    done
}

check_translations() {
    local file fresh bad=0
    fresh=$(mktemp -d)
    for file in translations/*.ts; do
        cp "$file" "$fresh"
        collect_texts "$fresh/${file##*/}"
        if ! diff -u "$file" "$fresh/${file##*/}" >"$fresh/diff"; then
            echo "$file does not have the texts of the sources: run ./dev translations"
            grep '^[-+] *<source>' "$fresh/diff" | head -n 20
            bad=1
        fi
        if [[ -n $(unfinished "$file") ]]; then
            echo "$file: not translated:"
            unfinished "$file" | head -n 20
            bad=1
        fi
    done
    rm -r "$fresh"
    return $bad
}
