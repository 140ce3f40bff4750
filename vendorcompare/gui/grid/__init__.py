"""Tables that are used like a spreadsheet: keys, blocks, clipboard, editors, painting of cells."""
