// @ts-check

/** The rules for every file, beyond oxlint's own category "correctness". */
export const RULES = {
  // Types
  'typescript/no-explicit-any': 'error',
  'typescript/no-non-null-assertion': 'error',
  'typescript/ban-ts-comment': 'error',
  // Also refuses types written as import('…').T, which no-restricted-imports does not see.
  'typescript/consistent-type-imports': [
    'error',
    { disallowTypeAnnotations: true, fixStyle: 'inline-type-imports' },
  ],
  'typescript/no-floating-promises': 'error',
  'typescript/no-misused-promises': 'error',
  'typescript/only-throw-error': 'error',
  'typescript/prefer-promise-reject-errors': 'error',
  // A default that calls assertNever is checked by the compiler.
  'typescript/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  'typescript/no-unsafe-argument': 'error',
  'typescript/no-unsafe-assignment': 'error',
  'typescript/no-unsafe-call': 'error',
  'typescript/no-unsafe-member-access': 'error',
  'typescript/no-unsafe-return': 'error',
  // Code points are what is meant where a string is spread.
  'typescript/no-misused-spread': ['error', { allow: ['string'] }],
  // There are no classes here: the functions in our records do not use "this".
  'typescript/unbound-method': 'off',
  'typescript/no-unnecessary-type-assertion': 'error',
  'typescript/no-require-imports': 'error',
  'typescript/restrict-plus-operands': 'error',
  'typescript/use-unknown-in-catch-callback-variable': 'error',

  // Modules
  'import/no-cycle': ['error', { ignoreTypes: false }],
  'import/no-default-export': 'error',
  'import/no-self-import': 'error',
  'unicorn/filename-case': ['error', { case: 'kebabCase' }],
  'unicorn/prefer-node-protocol': 'error',

  // Style that prevents mistakes
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'max-lines': ['error', { max: 400 }],
  'no-alert': 'error',
  'no-console': 'error',
  'no-eval': 'error',
  'no-fallthrough': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
  'no-var': 'error',
  'prefer-const': 'error',
  'unicorn/no-abusive-eslint-disable': 'error',

  // React and accessibility
  'react/button-has-type': 'error',
  'react/exhaustive-deps': 'error',
  'react/jsx-no-script-url': 'error',
  'react/jsx-no-target-blank': 'error',
  'react/no-danger': 'error',
  'react/no-unstable-nested-components': 'error',
  'react/rules-of-hooks': 'error',
  // A field that opens in answer to the user's own action should have the focus.
  'jsx-a11y/no-autofocus': 'off',
  // Asks for <output> and <hr> where role="status" and role="separator" are better supported.
  'jsx-a11y/prefer-tag-over-role': 'off',

  // Tests
  'vitest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'assert*', 'fc.assert'] }],
  'vitest/no-identical-title': 'error',
  'vitest/no-commented-out-tests': 'error',
  // Property tests decide inside a loop what to expect, and checks that need the corpus register only with it.
  'vitest/no-conditional-expect': 'off',
  'vitest/no-conditional-tests': 'off',
  'vitest/no-standalone-expect': 'off',
  'vitest/require-to-throw-message': 'off',
  'vitest/require-mock-type-parameters': 'off',
  'vitest/prefer-snapshot-hint': 'off',
  // A title may be computed from a table of vectors.
  'vitest/valid-title': 'off',
}
