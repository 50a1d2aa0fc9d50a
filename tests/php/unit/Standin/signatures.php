<?php
/**
 * Prints the signatures of the stand-in, or of the same names in WooCommerce's stubs, as JSON. In a process of its own:
 * both bear the same names.
 *
 * Usage: php signatures.php standin|stubs [names as JSON]
 */

declare( strict_types=1 );

$project = dirname( __DIR__, 4 );
define( 'ABSPATH', '/' );
error_reporting( E_ALL & ~E_DEPRECATED );

$parameters = static function ( ReflectionFunctionAbstract $callable ): array {
	return array_map(
		static fn ( ReflectionParameter $parameter ): array => [
			'name'     => $parameter->getName(),
			'optional' => $parameter->isOptional(),
		],
		$callable->getParameters()
	);
};

if ( $argv[1] === 'standin' ) {
	define( 'WC_VERSION', '0' );
	$before_classes   = get_declared_classes();
	$before_functions = get_defined_functions()['user'];
	require $project . '/tests/woocommerce-standin/load.php';
	$classes   = array_values(
		array_filter(
			array_diff( get_declared_classes(), $before_classes ),
			static fn ( string $name ): bool => ! str_starts_with( $name, 'Standin_' )
		)
	);
	$functions = array_values( array_diff( get_defined_functions()['user'], $before_functions ) );
} else {
	require $project . '/vendor/php-stubs/wordpress-stubs/wordpress-stubs.php';
	require $project . '/vendor/php-stubs/woocommerce-stubs/woocommerce-stubs.php';
	require $project . '/vendor/php-stubs/woocommerce-stubs/woocommerce-packages-stubs.php';
	[ 'classes' => $classes, 'functions' => $functions ] = json_decode( $argv[2], true, 512, JSON_THROW_ON_ERROR );
}

$signatures = [
	'classes'   => [],
	'functions' => [],
];
foreach ( array_filter( $classes, 'class_exists' ) as $name ) {
	$methods = [];
	foreach ( ( new ReflectionClass( $name ) )->getMethods( ReflectionMethod::IS_PUBLIC ) as $method ) {
		if (
			! str_starts_with( $method->getName(), 'standin_' )
			&& ! $method->isConstructor()
			&& ( $argv[1] === 'stubs' || $method->getDeclaringClass()->isUserDefined() )
		) {
			$methods[ $method->getName() ] = $parameters( $method );
		}
	}
	$signatures['classes'][ $name ] = $methods;
}
foreach ( array_filter( $functions, 'function_exists' ) as $name ) {
	$signatures['functions'][ strtolower( $name ) ] = $parameters( new ReflectionFunction( $name ) );
}
echo json_encode( $signatures, JSON_THROW_ON_ERROR );
