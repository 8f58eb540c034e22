// A process that does nothing, to compare others with.
int main() {}
