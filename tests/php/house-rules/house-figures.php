<?php
/**
 * Where the house stands: what was reached, what is now, what is aimed at (npm run house). `--odd` and `--circles` say
 * which they are; `--keep` writes down what is now as what was reached.
 */
declare( strict_types=1 );

use OrderInvoicer\Tests\HouseRules\House;
use OrderInvoicer\Tests\HouseRules\Source;

require __DIR__ . '/Source.php';
require __DIR__ . '/House.php';

$file    = __DIR__ . '/house.json';
$house   = new House( Source::all() );
$figures = $house->figures();
$reached = json_decode( (string) file_get_contents( $file ), true, 3, JSON_THROW_ON_ERROR );
foreach ( $figures as $figure => $now ) {
	printf( "%-50s %6d  (reached: %d)\n", $figure, $now, $reached[ $figure ] ?? 0 );
}
if ( in_array( '--odd', $argv, true ) ) {
	echo implode( "\n", $house->odd_names() ), "\n";
}
if ( in_array( '--circles', $argv, true ) ) {
	foreach ( $house->circles( $house->edges() ) as $circle ) {
		echo implode( ', ', $circle ), "\n";
	}
}
if ( in_array( '--keep', $argv, true ) ) {
	file_put_contents( $file, json_encode( $figures, JSON_PRETTY_PRINT | JSON_THROW_ON_ERROR ) . "\n" );
}
