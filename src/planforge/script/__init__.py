"""Simplified and traditional script: conversion that leaves alone what is not prose."""
