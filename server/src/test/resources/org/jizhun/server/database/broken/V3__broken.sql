CREATE TABLE half (id int PRIMARY KEY);
CREATE TABLE wrong (id no_such_type);
