<?php

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

return [
	'use'      => 'problem',
	'nullable' => true,
];
