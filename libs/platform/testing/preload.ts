// Loaded before each spec: Jest cannot `require` Nest's ES modules in a cycle when a CommonJS package asks for them first.
import 'reflect-metadata';
import '@nestjs/common';
import '@nestjs/core';
