package org.example.app;

public class Service {}
