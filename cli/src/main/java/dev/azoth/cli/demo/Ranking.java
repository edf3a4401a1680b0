package dev.azoth.cli.demo;

/** A row of a query: a book with what its readers think of it. */
record Ranking(String title, String author, long reviews, double stars) {}
