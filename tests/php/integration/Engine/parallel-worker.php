<?php
/**
 * One of many processes that work on the same ledger; started by ParallelTest. WordPress only as far as its database.
 * Arguments: name, order id of the contested row. Prints JSON.
 */

declare( strict_types=1 );

use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Domain\Ledger\TaskTransitions;
use OrderInvoicer\WordPress\System\SystemClock;
use OrderInvoicer\WordPress\Tables\Sql;
use OrderInvoicer\WordPress\Tables\TaskTable;
use OrderInvoicer\WordPress\Tables\WpdbLedger;
use OrderInvoicer\WordPress\Tables\WpdbRemoteIds;

define( 'SHORTINIT', true );
$_SERVER['HTTP_HOST'] = 'localhost';
require_once getenv( 'ORDERINVOICER_SITE_DIR' ) . '/wp-load.php';
require_once dirname( __DIR__, 4 ) . '/vendor/autoload.php';

[ , $name, $order_id ] = $argv;

// The test says what went wrong.
set_exception_handler(
	static function ( Throwable $error ): void {
		echo $error;
		exit( 1 );
	}
);

$sql    = new Sql( $GLOBALS['wpdb'] );
$clock  = new SystemClock();
$ledger = new WpdbLedger( new TaskTable( $sql, $clock ) );
$links  = new WpdbRemoteIds( $sql, $clock );
$key    = new TaskKey( (int) $order_id, Effect::CreateInvoice );
$until  = $clock->now()->modify( '+5 minutes' );
$token  = static fn(): string => bin2hex( random_bytes( 16 ) );
require dirname( __DIR__ ) . '/at-once.php';

$opened = 0;
for ( $i = 0; $i < 5; $i++ ) {
	$opened += $ledger->open( $key, $clock->now() ) === null ? 0 : 1;
}
$linked = $links->claim( 'acc', 'customer', $order_id, $token(), $clock->now(), $until );
$made   = [];
while ( true ) {
	$due = $ledger->due( $clock->now(), 5 );
	if ( $due === [] ) {
		break;
	}
	foreach ( $due as $row ) {
		$task = $ledger->claim( $row, $clock->now(), $token(), $until );
		if ( $task !== null ) {
			usleep( random_int( 0, 3000 ) );
			$ledger->save(
				TaskTransitions::made(
					$task,
					new RemoteDocument(
						kind: DocumentKind::Invoice,
						id: $row,
						number: '',
						status: 'draft',
						key: '',
						amounts: new ComputedDocument( [], Decimal::zero(), Decimal::zero() ),
						created: ''
					),
					$clock->now()
				)
			);
			$made[] = $row;
		}
	}
}
echo json_encode(
	[
		'opened' => $opened,
		'linked' => $linked,
		'made'   => $made,
	]
);
