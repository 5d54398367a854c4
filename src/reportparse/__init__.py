"""Read Chinese government reports: outline, figures as a table, and what does not agree."""
