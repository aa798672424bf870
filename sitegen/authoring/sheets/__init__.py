"""Tables that editors fill in: entries as rows of workbooks and CSV files, and empty forms."""
