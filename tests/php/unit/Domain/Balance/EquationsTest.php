<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Balance;

use OrderInvoicer\Domain\Balance\Balance;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Problem;
use OrderInvoicer\Domain\Failures\ProblemCode;
use OrderInvoicer\Domain\Ledger\Effect;
use OrderInvoicer\Domain\Ledger\Intent;
use OrderInvoicer\Domain\Ledger\Task;
use OrderInvoicer\Domain\Ledger\TaskState;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\OrderBook\OrderStanding;
use OrderInvoicer\Domain\Report\ReportedDocument;
use OrderInvoicer\Tests\Unit\World\Row;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/**
 * An order of 60.00, paid on 2 March. What of documents and payments does not come to what it says is named with both
 * sums; what nobody knows is not.
 */
final class EquationsTest extends TestCase {

	private const PAID = '2026-03-02 10:00:00';

	/**
	 * @dataProvider histories
	 * @param array<string, mixed> $case rows and refunds, what of order and settings is otherwise, and what is asked:
	 *                                   nothing, where it does not say.
	 */
	public function test_the_two_sums( array $case ): void {
		$documents = [];
		$tasks     = [];
		foreach ( $case['rows'] as $at => $row ) {
			$tasks[] = $this->task( $at + 1, $row );
			$kind    = $tasks[ $at ]->key->effect->creates();
			if ( $kind !== null && array_key_exists( 'worth', $row ) ) {
				$documents[ $at + 1 ] = $this->document( $kind, $tasks[ $at ]->remote_id, $row );
			}
		}
		$standing = $this->standing( $tasks, $case['refunds'] ?? [], $case['order'] ?? [], $case['settings'] ?? [] );
		$problem  = Balance::of( $standing, $documents )->problem();
		self::assertSame( $case['asked'] ?? [], $problem->facts ?? [] );
	}

	/** @return iterable<string, array{array<string, mixed>}> */
	public static function histories(): iterable {
		foreach ( self::table() as $name => $case ) {
			yield $name => [ $case ];
		}
	}

	/** @return iterable<string, array<string, mixed>> */
	private static function table(): iterable {
		$invoice = self::row( 'create_invoice', 6000, 'F-1' );
		$paid    = self::payment( '60' );
		$refund  = self::refund( 9, '12' );
		$credit  = self::row( 'create_creditnote', 1200, 'A-1', [ 'refund' => 9 ] );
		$lowered = [
			'effect' => 'create_creditnote',
			'refund' => 9,
			'problem' => ProblemCode::RefundInDraft,
		];
		$whole   = self::row( 'create_creditnote', 6000, 'A-2' );
		$differ  = static fn ( string $documents, string $sale ): array => [
			'documents' => $documents,
			'sale'      => $sale,
		];
		$money   = static fn ( string $payments, string $money ): array => [
			'payments' => $payments,
			'money'    => $money,
		];

		yield 'invoiced and paid' => [ 'rows' => [ $invoice, $paid ] ];
		yield 'no document yet' => [ 'rows' => [ self::skipped( 'create_invoice', ProblemCode::NoLongerTriggered ) ] ];
		yield 'only an estimate' => [ 'rows' => [ self::row( 'create_estimate', 5000, 'D-1' ) ] ];
		yield 'the invoice is worth another sum' => [
			'rows'  => [ self::row( 'create_invoice', 5000, 'F-1' ), $paid ],
			'asked' => $differ( '50.00', '60.00' ),
		];
		yield 'two invoices' => [
			'rows'  => [ $invoice, self::row( 'create_invoice', 6000, 'F-2', [ 'revision' => 1 ] ), $paid ],
			'asked' => $differ( '120.00', '60.00' ),
		];
		yield 'a draft has not come to rest' => [ 'rows' => [ self::row( 'create_invoice', 5000, '' ) ] ];
		yield 'an amount that Sellsy did not say' => [
			'rows' => [ self::row( 'create_invoice', null, 'F-1' ), $paid ],
		];
		yield 'a document that the report lacks' => [ 'rows' => [ self::unreported(), $paid ] ];
		yield 'in another currency' => [
			'rows' => [ self::row( 'create_invoice', 5000, 'F-1', [ 'currency' => 'USD' ] ), $paid ],
		];
		yield 'a person linked it' => [
			'rows' => [ self::row( 'create_invoice', 5000, 'F-1', [ 'key' => Intent::LINKED ] ) ],
		];
		yield 'a person made it' => [ 'rows' => [ self::skipped( 'create_invoice', ProblemCode::DoneByHand ), $paid ] ];

		yield 'refunded and credited' => [
			'rows' => [ $invoice, $credit, $paid ],
			'refunds' => [ $refund ],
		];
		yield 'credited too much' => [
			'rows'    => [ $invoice, self::row( 'create_creditnote', 2000, 'A-1', [ 'refund' => 9 ] ), $paid ],
			'asked'   => $differ( '40.00', '48.00' ),
			'refunds' => [ $refund ],
		];
		yield 'a draft credit note has not come to rest' => [
			'rows'    => [ $invoice, self::row( 'create_creditnote', 900, '', [ 'refund' => 9 ] ), $paid ],
			'refunds' => [ $refund ],
		];
		yield 'nobody wants credit notes' => [
			'rows'    => [ $invoice, self::skipped( 'create_creditnote', ProblemCode::NoRule, 9 ), $paid ],
			'refunds' => [ $refund ],
		];
		yield 'the draft was lowered' => [
			'rows'    => [ self::row( 'create_invoice', 4800, 'F-1' ), $lowered, self::payment( '48' ) ],
			'refunds' => [ $refund ],
		];
		yield 'said to be lowered, and was not' => [
			'rows'    => [ $invoice, $lowered, self::payment( '48' ) ],
			'asked'   => $differ( '60.00', '48.00' ),
			'refunds' => [ $refund ],
		];
		yield 'issued anew for another sum' => [
			'rows'  => [
				$invoice,
				$whole,
				self::row( 'create_invoice', 7200, 'F-2', [ 'revision' => 1 ] ),
				$paid,
				self::payment( '12', [ 'part' => 'upsell' ] ),
			],
			'order' => [ 'total' => '72' ],
		];
		yield 'cancelled and credited' => [
			'rows' => [ $invoice, $whole, $paid ],
			'order' => [ 'status' => 'cancelled' ],
		];
		yield 'cancelled after a refund' => [
			'rows'    => [ $invoice, $credit, self::row( 'create_creditnote', 4800, 'A-2' ), $paid ],
			'refunds' => [ $refund ],
			'order'   => [ 'status' => 'cancelled' ],
		];
		yield 'cancelled, and the owner credits none' => [
			'rows'  => [ $invoice, $paid ],
			'order' => [ 'status' => 'cancelled' ],
		];
		yield 'cancelled and credited in part' => [
			'rows'  => [ $invoice, self::row( 'create_creditnote', 4800, 'A-2' ), $paid ],
			'asked' => $differ( '12.00', '0.00' ),
			'order' => [ 'status' => 'cancelled' ],
		];
		yield 'reinstated, and the next invoice is to come' => [ 'rows' => [ $invoice, $whole, $paid ] ];
		yield 'cancelled at Sellsy beside the one in its place' => [
			'rows' => [
				self::row( 'create_invoice', 6000, 'F-1', [ 'problem' => ProblemCode::DocumentCancelled ] ),
				self::row( 'create_invoice', 6000, 'F-2', [ 'revision' => 1 ] ),
				$paid,
			],
		];

		yield 'nothing is recorded' => [
			'rows' => [ $invoice ],
			'asked' => $money( '0.00', '60.00' ),
		];
		yield 'not paid yet' => [
			'rows' => [ $invoice ],
			'order' => [ 'paid_at' => null ],
		];
		yield 'payments are not recorded here' => [
			'rows' => [ $invoice ],
			'settings' => [ 'enabled' => false ],
		];
		yield 'recording was switched off since' => [
			'rows'     => [ $invoice, $paid ],
			'settings' => [ 'enabled' => false ],
		];
		yield 'a person recorded it' => [
			'rows' => [ $invoice, self::skipped( 'record_payment', ProblemCode::DoneByHand ) ],
		];
		yield 'Sellsy told of it, and nobody of how much' => [ 'rows' => [ $invoice, self::payment( '' ) ] ];
		yield 'edited after it was paid' => [
			'rows'  => [ $invoice, self::row( 'create_creditnote', 6000, 'A-2' ), $paid ],
			'asked' => $money( '60.00', '72.00' ),
			'order' => [
				'total' => '72',
				'status' => 'cancelled',
			],
		];
		yield 'a payment that went over to another customer stands once' => [
			'rows' => [ $invoice, $paid, self::payment( '60', [ 'revision' => 1 ] ) ],
		];
		yield 'in two parts' => [
			'rows' => [ $invoice, self::payment( '40' ), self::payment( '20', [ 'part' => 'gift' ] ) ],
		];
		yield 'refused at the door' => [
			'rows'    => [ $invoice, $credit, self::payment( '48' ) ],
			'refunds' => [ self::refund( 9, '12', '2026-03-01' ) ],
		];
		yield 'refused at the door, and recorded whole' => [
			'rows'    => [ $invoice, $credit, $paid ],
			'asked'   => $money( '60.00', '48.00' ),
			'refunds' => [ self::refund( 9, '12', '2026-03-01' ) ],
		];
		$back = [ 'pay_back' => true ];
		yield 'paid back' => [
			'rows'     => [
				$invoice,
				$credit,
				$paid,
				self::payment(
					'12',
					[
						'effect' => 'pay_back',
						'refund' => 9,
					]
				),
			],
			'refunds'  => [ $refund ],
			'settings' => $back,
		];
		yield 'not paid back' => [
			'rows'     => [ $invoice, $credit, $paid ],
			'asked'    => $money( '60.00', '48.00' ),
			'refunds'  => [ $refund ],
			'settings' => $back,
		];
		yield 'the money has not left' => [
			'rows'     => [ $invoice, $credit, $paid ],
			'refunds'  => [ self::refund( 9, '12', '2026-03-03', false ) ],
			'settings' => $back,
		];
		yield 'paid back where nothing stands' => [
			'rows'     => [
				$invoice,
				$credit,
				self::payment(
					'12',
					[
						'effect' => 'pay_back',
						'refund' => 9,
					]
				),
			],
			'asked'    => $money( '-12.00', '0.00' ),
			'refunds'  => [ $refund ],
			'settings' => $back + [ 'enabled' => false ],
		];
		yield 'cancelled, then refunded: the whole credit note holds it' => [
			'rows'     => [
				$invoice,
				$whole,
				self::skipped( 'create_creditnote', ProblemCode::AlreadyCredited, 9 ),
				$paid,
			],
			'asked'    => $money( '60.00', '0.00' ),
			'refunds'  => [ self::refund( 9, '60' ) ],
			'order'    => [ 'status' => 'refunded' ],
			'settings' => $back,
		];

		yield 'something is on its way' => [
			'rows' => [
				$invoice,
				[
					'effect' => 'record_payment',
					'state' => TaskState::Queued,
				],
			],
		];
		yield 'something asks already' => [
			'rows' => [
				$invoice,
				[
					'effect' => 'record_payment',
					'state' => TaskState::Attention,
				],
			],
		];
		yield 'an e-mail that asks says nothing of money' => [
			'rows'  => [
				$invoice,
				[
					'effect' => 'notify_customer',
					'state' => TaskState::Attention,
				],
			],
			'asked' => $money( '0.00', '60.00' ),
		];
	}

	/**
	 * @param array<string, mixed> $more
	 * @return array<string, mixed>
	 */
	private static function row( string $effect, ?int $worth, string $number, array $more = [] ): array {
		return [
			'effect' => $effect,
			'worth' => $worth,
			'number' => $number,
			'remote' => true,
		] + $more;
	}

	/** @return array<string, mixed> */
	private static function unreported(): array {
		return [
			'effect' => 'create_invoice',
			'number' => 'F-1',
			'remote' => true,
		];
	}

	/** @return array<string, mixed> */
	private static function skipped( string $effect, ProblemCode $why, int $refund = 0 ): array {
		return [
			'effect' => $effect,
			'state' => TaskState::Skipped,
			'problem' => $why,
			'refund' => $refund,
		];
	}

	/**
	 * @param array<string, mixed> $more
	 * @return array<string, mixed>
	 */
	private static function payment( string $amount, array $more = [] ): array {
		return $more + [
			'effect' => 'record_payment',
			'amount' => $amount,
			'remote' => true,
		];
	}

	/** @return array<string, mixed> */
	private static function refund( int $id, string $amount, string $day = '2026-03-03', bool $left = true ): array {
		return [
			'id' => $id,
			'amount' => $amount,
			'day' => $day,
			'left' => $left,
		];
	}

	/** @param array<string, mixed> $row */
	private function task( int $id, array $row ): Task {
		$problem = $row['problem'] ?? null;
		$moment  = new \DateTimeImmutable( '2026-03-05' );
		$skipped = $problem === ProblemCode::RefundInDraft ? TaskState::Skipped : TaskState::Done;
		return Row::of(
			Effect::from( $row['effect'] ),
			id: $id,
			refund_id: $row['refund'] ?? 0,
			part: $row['part'] ?? '',
			revision: $row['revision'] ?? 0,
			parent_id: $row['effect'] === 'create_creditnote' ? 1 : 0,
			state: $row['state'] ?? $skipped,
			sent_at: $moment,
			intent: new Intent( $row['key'] ?? 'SHOP-1', $row['amount'] ?? '' ),
			remote_id: isset( $row['remote'] ) ? 100 + $id : 0,
			remote_number: $row['number'] ?? '',
			problem: $problem === null ? null : new Problem( $problem ),
			created_at: $moment,
			updated_at: $moment
		);
	}

	/** @param array<string, mixed> $row */
	private function document( DocumentKind $kind, int $id, array $row ): ReportedDocument {
		return new ReportedDocument(
			kind: $kind,
			id: $id,
			number: $row['number'],
			date: '2026-03-02',
			currency: $row['currency'] ?? 'EUR',
			excl_tax: null,
			incl_tax: $row['worth'],
			taxes: null
		);
	}

	/**
	 * @param list<Task>                 $rows
	 * @param list<array<string, mixed>> $refunds
	 * @param array<string, mixed>       $order
	 * @param array<string, mixed>       $settings
	 */
	private function standing( array $rows, array $refunds, array $order, array $settings ): OrderStanding {
		$world = new World();
		$world->change_settings( [ 'payments' => $settings + [ 'enabled' => true ] ] );
		$paid_at = array_key_exists( 'paid_at', $order ) ? null : new \DateTimeImmutable( self::PAID );
		return new OrderStanding(
			order: new OrderSnapshot(
				...[
					...get_object_vars( $world->order( 1, status: $order['status'] ?? 'processing' ) ),
					'total'   => Decimal::from_string( $order['total'] ?? '60' ),
					'paid_at' => $paid_at,
				]
			),
			refunds: array_map(
				static fn ( array $refund ): RefundSnapshot => new RefundSnapshot(
					id: $refund['id'],
					amount: Decimal::from_string( $refund['amount'] ),
					lines: [],
					reason: '',
					created_at: new \DateTimeImmutable( $refund['day'] ),
					is_paid_back: $refund['left']
				),
				$refunds
			),
			rows: $rows,
			settings: $world->shop->settings,
			now: $world->clock->now()
		);
	}
}
