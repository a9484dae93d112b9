#!/usr/bin/env node
import module from 'node:module';

// Node 22 and later keep compiled code on disk: the second start is faster.
module.enableCompileCache?.();
await import('../dist/main.js');
