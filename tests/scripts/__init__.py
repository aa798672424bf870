"""The scripts of pages: their logic in Node, without a browser and without packages."""
