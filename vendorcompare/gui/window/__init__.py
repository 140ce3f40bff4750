"""What stands around the pages: menus, rail, header, notices, status line."""
