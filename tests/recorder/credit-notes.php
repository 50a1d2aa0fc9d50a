<?php
/**
 * Puts the refund table through a real WooCommerce, this plugin and the Sellsy sandbox. An order is placed once for all
 * that is done with it. Its refunds are recorded, and for each account a line of JSON is printed: account, name,
 * credits (what was foreseen of each, state, problem, link on the refund, the credit note that the sandbox holds), link
 * on the order, the invoice.
 *
 * Usage: php tests/recorder/credit-notes.php <WordPress directory> <kind of shop> <directory for recordings> <sandbox
 * URL> <accounts: JSON, options of the sandbox by name; {} to record alone>
 *
 * The database is left as it was; the sandbox is not.
 */

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Recorder;

use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\TaskKey;
use OrderInvoicer\Reports\CreditPreviewView;
use OrderInvoicer\Reports\ProblemView;
use OrderInvoicer\Tests\Integration\Sandbox;
use OrderInvoicer\Wording\Problems\ProblemText;

require __DIR__ . '/boot.php';

$target  = $argv[3];
$sandbox = new Sandbox( $argv[4] );
/** @var array<string, array<string, mixed>> $accounts */
$accounts  = json_decode( $argv[5], true, 512, JSON_THROW_ON_ERROR );
$workflows = array_fill_keys(
	[ 'invoice', 'creditnote' ],
	[
		'enabled'          => true,
		'trigger'          => 'confirmed',
		'start_date'       => '2000-01-01',
		'finalise'         => 'at_once',
		'rate_category_id' => 1,
		'subject'          => '{order_number}',
	]
);
require __DIR__ . '/engine.php';

$shown   = $engine->preview_credit_note();
$orders  = $engine->sale_orders();
$view    = new CreditPreviewView( new ProblemView( new ProblemText() ) );

$print_credit_notes = static function (
	string $account,
	string $name,
	array $entry,
	int $order_id
) use (
	$adapters,
	$engine,
	$orders,
	$sandbox,
	$shown,
	$view
): void {
	$ledger   = $adapters->ledger();
	$invoice  = $engine->sync_order()->now( $order_id );
	$previews = [];
	foreach ( $entry['refunds'] as $refund ) {
		( new Refunds() )->make( $order_id, [ $refund ], $entry['decimals'] ?? 2 );
		foreach ( $orders->refunds( $order_id ) as $made ) {
			$previews[ $made->id ] ??= $view->view( $shown->of_refund( $order_id, $made->id ) );
		}
		$ledger->follow( $order_id, $adapters->clock()->now() );
		$engine->due_task_runner()->of_order( $order_id );
	}
	$credits = [];
	$order   = wc_get_order( $order_id );
	foreach ( $orders->refunds( $order_id ) as $refund ) {
		$row       = $ledger->find_by_key( new TaskKey( $order_id, Effect::CreateCreditNote, $refund->id ) );
		$credits[] = [
			'preview' => $previews[ $refund->id ],
			'state'   => $row?->state->value,
			'problem' => $row?->problem?->code->value,
			'number'  => $row?->remote_number,
			'link'    => ( new \WC_Order_Refund( $refund->id ) )->get_meta( 'orderinvoicer.creditnote_url' ),
			'note'    => $sandbox->document( $row->remote_id ?? 0 ),
		];
	}
	echo json_encode(
		[
			'account' => $account,
			'name'    => $name,
			'credits' => $credits,
			'link'    => $order->get_meta( 'orderinvoicer.creditnote_url' ),
			'total'   => $order->get_total( 'edit' ),
			'invoice' => $sandbox->document( $invoice->remote_id ?? 0 ),
			'links'   => $sandbox->call( 'GET', '/_sandbox/credit-links' ),
		],
		JSON_THROW_ON_ERROR
	), "\n";
};

$table = new OrderTable( $shop, $carts, 'refund-table' );
$table->each(
	$kind,
	static function ( string $name, array $entry, int $order_id, int $number ) use (
		$table,
		$target,
		$sandbox,
		$accounts,
		$print_credit_notes
	): void {
		// Of hundreds of orders they would be the largest part of what is kept.
		$sandbox->call( 'DELETE', '/_sandbox/calls' );
		foreach ( $accounts as $account => $options ) {
			$sandbox->call( 'POST', '/_sandbox/options', $options );
			$table->undone( static fn () => $print_credit_notes( $account, $name, $entry, $order_id ) );
		}
		( new RefundRecording( $table ) )->write( "$target/$name.json", $name, $entry, $order_id, $number );
	}
);
$GLOBALS['wpdb']->query( 'ROLLBACK' );
