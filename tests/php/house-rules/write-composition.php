<?php
/**
 * Writes the classes of Wiring that make everything, from the types of constructors (npm run composition).
 */
declare( strict_types=1 );

use OrderInvoicer\Tests\HouseRules\Composition;
use OrderInvoicer\Tests\HouseRules\Source;

require dirname( __DIR__ ) . '/bootstrap.php';

$orderinvoicer_files = ( new Composition( Source::all() ) )->files( Source::project() );
array_map( file_put_contents( ... ), array_keys( $orderinvoicer_files ), $orderinvoicer_files );
