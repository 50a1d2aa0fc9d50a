<?php
/**
 * Writes `Wiring/Engine` from the types of constructors (npm run composition).
 */
declare( strict_types=1 );

use OrderInvoicer\Tests\HouseRules\Composition;
use OrderInvoicer\Tests\HouseRules\Source;

require dirname( __DIR__ ) . '/bootstrap.php';

file_put_contents( Composition::FILE, ( new Composition( Source::all() ) )->written( Source::project() ) );
