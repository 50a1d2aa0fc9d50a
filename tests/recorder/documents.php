<?php
/**
 * Puts the order table through a real WooCommerce, this plugin and the Sellsy sandbox, and prints each order's end as a
 * line of JSON for each account and each of its documents: account, name, kind, expected (from the table), state,
 * problem, order_total and the document that the sandbox holds. An order is placed once for all accounts: to place it
 * costs more than its documents. What the first account had to create for it, customers and items, the others find.
 *
 * Usage: php tests/recorder/documents.php <WordPress directory> <kind of shop> <sandbox URL> <kinds of document, with
 * commas> <accounts: JSON, options of the sandbox by name>
 *
 * The database is left as it was; the sandbox is not.
 */

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Recorder;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Task;

require __DIR__ . '/boot.php';

$sandbox  = $argv[3];
$kinds    = array_map( DocumentKind::from( ... ), explode( ',', $argv[4] ) );
/** @var array<string, array<string, mixed>> $accounts */
$accounts = json_decode( $argv[5], true, 512, JSON_THROW_ON_ERROR );

/** Where the sandbox's state has them. */
const STATE = [
	'estimate' => 'estimates',
	'order'    => 'orders',
	'delivery' => 'deliveries',
	'proforma' => 'proformas',
	'invoice'  => 'invoices',
];

$workflows = array_fill_keys(
	array_column( $kinds, 'value' ),
	[
		'enabled'          => true,
		'trigger'          => 'confirmed',
		'start_date'       => '2000-01-01',
		'rate_category_id' => 1,
		'subject'          => '{order_number}',
	]
);
require __DIR__ . '/engine.php';

/** @param array<string, mixed> $options */
$use_account = static function ( array $options ) use ( $sandbox ): void {
	$post = stream_context_create(
		[
			'http' => [
				'method'  => 'POST',
				'header'  => 'Content-Type: application/json',
				'content' => json_encode( $options, JSON_THROW_ON_ERROR ),
			],
		]
	);
	if ( file_get_contents( "$sandbox/_sandbox/options", false, $post ) === false ) {
		throw new \RuntimeException( 'The sandbox does not take these options.' );
	}
};

$print_documents = static function (
	string $account,
	string $name,
	array $entry,
	int $order_id
) use (
	$engine,
	$sandbox,
	$kinds
): void {
	$tasks = array_map(
		static fn ( DocumentKind $kind ): ?Task => $engine->actions()->sync_order->now( $order_id, $kind ),
		$kinds
	);
	$order = wc_get_order( $order_id );
	$state = json_decode( (string) file_get_contents( "$sandbox/_sandbox/state" ), true );
	foreach ( $kinds as $i => $kind ) {
		$task     = $tasks[ $i ];
		$document = array_values(
			array_filter(
				$state[ STATE[ $kind->value ] ],
				static fn ( array $one ): bool => $one['id'] === $task?->remote_id
			)
		)[0] ?? null;
		echo json_encode(
			[
				'account'     => $account,
				'name'        => $name,
				'kind'        => $kind->value,
				'expected'    => $entry['expected'],
				'state'       => $task?->state->value,
				'problem'     => $task?->problem?->code->value,
				'currency'    => $order->get_currency(),
				'order_total' => $order->get_total( 'edit' ),
				'link'        => $order->get_meta( "orderinvoicer.{$kind->value}_url" ),
				'document'    => $document,
			],
			JSON_THROW_ON_ERROR
		), "\n";
	}
};

( new OrderTable( $shop, $carts ) )->each(
	$kind,
	static function ( string $name, array $entry, int $order_id ) use (
		$accounts,
		$use_account,
		$print_documents
	): void {
		foreach ( $accounts as $account => $options ) {
			$use_account( $options );
			$GLOBALS['wpdb']->query( 'SAVEPOINT account' );
			$print_documents( $account, $name, $entry, $order_id );
			if ( $GLOBALS['wpdb']->query( 'ROLLBACK TO SAVEPOINT account' ) === false ) {
				throw new \RuntimeException( 'Something committed: the next account would see this one\'s documents.' );
			}
			wp_cache_flush();
		}
	}
);
$GLOBALS['wpdb']->query( 'ROLLBACK' );
