<?php
/**
 * Puts the order table through a real WooCommerce, this plugin and the Sellsy sandbox. An order is placed once for all
 * that is done with it: that costs more than its documents. It is recorded, and for each account and each of its
 * documents a line of JSON is printed: account, name, kind, expected (from the table), state, problem, order_total and
 * the document that the sandbox holds. What the first account had to create for it, customers and items, the others
 * find.
 *
 * Usage: php tests/recorder/documents.php <WordPress directory> <kind of shop> <directory for recordings> <sandbox URL>
 * <accounts: JSON, by name the options of the sandbox, the kinds of document, where it was tried the assumptions that
 * are otherwise, and whether it agreed often about each shape of document; {} to record alone>
 *
 * The database is left as it was; the sandbox is not.
 */

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Recorder;

use OrderInvoicer\Domain\Content\Agreements;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Features\Doctor\Kept\Finding;
use OrderInvoicer\Features\Doctor\Kept\OptionRecords;
use OrderInvoicer\Features\Doctor\Kept\Record;
use OrderInvoicer\Features\Doctor\Kept\State;
use OrderInvoicer\Sellsy\Auth\AccountIdentity;
use OrderInvoicer\Sellsy\StoredAgreements;
use OrderInvoicer\Tests\Integration\Sandbox;

require __DIR__ . '/boot.php';

$target  = $argv[3];
$sandbox = new Sandbox( $argv[4] );
/**
 * @phpstan-type Tried array{
 *     options: array<string, mixed>,
 *     documents: list<string>,
 *     otherwise?: list<string>,
 *     agreed?: bool
 * }
 */
/** @var array<string, Tried> $accounts */
$accounts = json_decode( $argv[5], true, 512, JSON_THROW_ON_ERROR );

const KINDS = [ 'estimate', 'order', 'delivery', 'proforma', 'invoice' ];

$workflows = array_fill_keys(
	KINDS,
	[
		'enabled'          => true,
		'trigger'          => 'confirmed',
		'start_date'       => '2000-01-01',
		'rate_category_id' => 1,
		'subject'          => '{order_number}',
	]
);
require __DIR__ . '/engine.php';

$print_documents = static function (
	string $account,
	string $name,
	array $entry,
	int $order_id
) use (
	$engine,
	$sandbox,
	$accounts
): void {
	$kinds = array_map( DocumentKind::from( ... ), $accounts[ $account ]['documents'] );
	$tasks = array_map(
		static fn ( DocumentKind $kind ): ?Task => $engine->sync_order()->now( $order_id, $kind ),
		$kinds
	);
	$order = wc_get_order( $order_id );
	foreach ( $kinds as $i => $kind ) {
		$task     = $tasks[ $i ];
		$document = $task === null ? null : $sandbox->document( $task->remote_id );
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

/** @param list<string> $otherwise */
$was_tried = static function ( array $otherwise ) use ( $adapters ): void {
	$records  = $adapters->account_findings();
	$findings = array_map(
		static fn ( string $name ): Finding => new Finding(
			assumption: $name,
			state: State::Otherwise,
			seen: 'otherwise',
			at: new \DateTimeImmutable(),
			version: ORDERINVOICER_VERSION,
			revision: 1
		),
		$otherwise
	);
	$records->read();
	$records->keep( Record::none()->found( ...$findings ) );
};

/** @return array<string, int> each shape that a document of the table may have. */
$shapes = static function (): array {
	$all = [ '' ];
	foreach (
		[
			[ 'invoice', 'estimate', 'order' ],
			range( 1, 5 ),
			[ 'EUR', 'USD', 'GBP', 'JPY', 'CHF' ],
			[ 'incl', 'excl' ],
			[ 'even', 'rest' ],
			[ 'row', 'rows' ],
			range( 0, 5 ),
			range( 0, 4 ),
		] as $parts
	) {
		$longer = [];
		foreach ( $all as $shape ) {
			foreach ( $parts as $part ) {
				$longer[] = ltrim( "$shape:$part", ':' );
			}
		}
		$all = $longer;
	}
	return array_fill_keys( $all, Agreements::ENOUGH );
};
$counts = $shapes();

/** However often Sellsy agreed about a document. */
$has_agreed = static function ( bool $often ) use ( $counts ): void {
	$account = get_option( AccountIdentity::OPTION )['account'];
	$kept    = [
		'account' => $account,
		'counts'  => $counts,
	];
	remove_all_filters( 'pre_option_' . StoredAgreements::OPTION );
	if ( $often ) {
		add_filter( 'pre_option_' . StoredAgreements::OPTION, static fn (): array => $kept );
	}
};

$table = new OrderTable( $shop, $carts );
$table->each(
	$kind,
	static function ( string $name, array $entry, int $order_id, int $number ) use (
		$table,
		$target,
		$sandbox,
		$accounts,
		$was_tried,
		$has_agreed,
		$print_documents
	): void {
		// Of hundreds of orders they would be the largest part of what is read after each.
		$sandbox->call( 'DELETE', '/_sandbox/calls' );
		foreach ( $accounts as $account => [ 'options' => $options ] ) {
			$sandbox->call( 'POST', '/_sandbox/options', $options );
			$was_tried( $accounts[ $account ]['otherwise'] ?? [] );
			$has_agreed( $accounts[ $account ]['agreed'] ?? false );
			$table->undone( static fn () => $print_documents( $account, $name, $entry, $order_id ) );
		}
		( new OrderRecording( $table ) )->write( "$target/$name.json", $name, $entry, $order_id, $number );
	}
);
$GLOBALS['wpdb']->query( 'ROLLBACK' );
