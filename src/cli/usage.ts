export const USAGE = `qingyang: the clean proof desk without its window

  qingyang analyze PATH...                    one JSON line a document: files, or folders with all below them
  qingyang analyze -                          reads JSON Lines { "name", "text" | "base64", "url"? }, answers line by line
  qingyang export FOLDER --out BAG [--zip]    the approved articles of a folder as a BagIt archive
                 [--data DIR] [--by NAME]     the desk's data folder, and who exports
  qingyang verify BAG                         checks an archive and rebuilds every cleaned text from its pieces
  qingyang backup FILE [--data DIR]           the whole desk (decisions, sources, settings) in one file
  qingyang restore FILE [--data DIR]          puts it into an empty data folder, here or on another machine
  qingyang --help | --version

Exit status: 0 all answered, 1 some had errors, 2 wrong usage.
`
