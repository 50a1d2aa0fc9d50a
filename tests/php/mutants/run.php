<?php
/**
 * How many small faults in the core, and in the rules of features, no unit test sees:
 * php tests/php/mutants/run.php [--count=200] [--seed=1] [--only=Amounts] [--at-once=2]
 *
 * The seed is printed: the same one draws the same mutants as long as the core is the same. First all tests run once
 * with probes in the core (Seen). Each mutant is then tried with those that come by its place. Status 1 when more of
 * them live than may, 2 when tests fail without any fault.
 */

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Mutants;

use Random\Engine\Mt19937;
use Random\Randomizer;

require __DIR__ . '/../../../vendor/autoload.php';

const MAY_LIVE = 10; // Of a hundred.

$project = dirname( __DIR__, 3 );
$given   = getopt( '', [ 'count:', 'seed:', 'only:', 'at-once:' ] );
$count   = (int) ( $given['count'] ?? 200 );
$seed    = (int) ( $given['seed'] ?? random_int( 1, 1_000_000 ) );
$all     = [];
$files   = new \RecursiveIteratorIterator( new \RecursiveDirectoryIterator( "$project/includes" ) );
$rooms   = '~^includes/(Domain|Features/\w+/Rules)/~';
foreach ( $files as $file ) {
	$below = substr( (string) $file, strlen( $project ) + 1 );
	$is_it = preg_match( $rooms, $below ) === 1 && str_contains( $below, '/' . ( $given['only'] ?? '' ) );
	if ( $file->getExtension() === 'php' && $is_it ) {
		$all[ $below ] = Mutants::in( $below, (string) file_get_contents( (string) $file ) );
	}
}
ksort( $all );
$all   = array_merge( ...array_values( $all ) );
$drawn = array_slice( ( new Randomizer( new Mt19937( $seed ) ) )->shuffleArray( $all ), 0, $count );
$most  = count( $drawn );
printf( "Seed %d: %d of %d mutants\n", $seed, $most, count( $all ) );

$folder   = sys_get_temp_dir() . '/orderinvoicer-mutants-' . getmypid();
$colonies = [];
mkdir( $folder );
for ( $i = 0; $i < (int) ( $given['at-once'] ?? 2 ); $i++ ) {
	$colonies[] = new Colony( $project, "$folder/$i" );
}
$reach = $colonies[0]->reach( array_unique( array_column( $drawn, 'path' ) ) );
if ( $reach === null ) {
	fwrite( STDERR, $colonies[0]->said() . "\nThe unit tests fail without any fault.\n" );
	exec( 'rm -rf ' . escapeshellarg( $folder ) );
	exit( 2 );
}
$tried = 0;
$alive = 0;
$tell  = static function ( Mutant $mutant, bool $lives ) use ( &$tried, &$alive ): void {
	++$tried;
	$alive += (int) $lives;
	printf( "%s %s\n", $lives ? 'ALIVE' : 'dead ', $mutant->text() );
};
while ( $tried < $most ) {
	foreach ( $colonies as $colony ) {
		$outcome = $colony->outcome();
		if ( $outcome !== null ) {
			$tell( ...$outcome );
		}
		while ( $colony->is_free() && $drawn !== [] ) {
			$mutant = array_shift( $drawn );
			$tests  = $reach->tests( $mutant );
			$tests === [] ? $tell( $mutant, true ) : $colony->begin( $mutant, $tests );
		}
	}
	usleep( 50_000 );
}
exec( 'rm -rf ' . escapeshellarg( $folder ) );
printf( "%d of %d live (%.1f %%)\n", $alive, $tried, 100 * $alive / max( 1, $tried ) );
exit( 100 * $alive > MAY_LIVE * $tried ? 1 : 0 );
