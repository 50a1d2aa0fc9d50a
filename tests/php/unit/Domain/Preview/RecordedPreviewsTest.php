<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Domain\Preview;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\FollowUps\OrderEvent;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Order\ExemptSituation;
use OrderInvoicer\Domain\Order\OrderSnapshot;
use OrderInvoicer\Domain\Order\RefundLine;
use OrderInvoicer\Domain\Order\RefundSnapshot;
use OrderInvoicer\Domain\Preview\CreditPreview;
use OrderInvoicer\Domain\Preview\PreviewOutcome;
use OrderInvoicer\Domain\Preview\TypedLine;
use OrderInvoicer\Domain\Settings\Finalise;
use OrderInvoicer\Domain\Taxes\ExemptionTable;
use OrderInvoicer\Tests\SnapshotArray;
use OrderInvoicer\Tests\Unit\World\World;
use PHPUnit\Framework\TestCase;

/**
 * Refunds that real WooCommerce made: what is foreseen before each is entered, what is foreseen once it is, and the
 * credit note that is then sent are the same figures, and those that tests/fixtures/refund-table.php works out by hand.
 */
final class RecordedPreviewsTest extends TestCase {

	private const FIXTURES = __DIR__ . '/../../../../fixtures/';
	private const RATE     = 1000;
	private const EXEMPT   = 2000;
	private const ROUNDING = 99;

	/** @return iterable<string, array{string, list<array<string, mixed>>}> */
	public static function entries(): iterable {
		foreach ( require self::FIXTURES . 'refund-table.php' as $name => $entry ) {
			if ( $entry['credits'] !== [] ) {
				yield $name => [ $name, $entry['credits'] ];
			}
		}
	}

	public function test_what_woocommerce_refuses_is_refused_here_too(): void {
		$entry = ( require self::FIXTURES . 'refund-table.php' )['ttc-over-refund'];
		$world = $this->world( SnapshotArray::from_array( $this->recording( 'ttc-over-refund' )['snapshot'] ) );

		$this->expectExceptionObject( new Refused( Refused::MORE_THAN_LEFT ) );
		$world->preview->of_amount( 1, $entry['refunds'][0]['amount'] );
	}

	/** @return array<string, mixed> */
	private function recording( string $name ): array {
		return json_decode(
			(string) file_get_contents( self::FIXTURES . "refunds/$name.json" ),
			true,
			512,
			JSON_THROW_ON_ERROR
		);
	}

	/**
	 * @dataProvider entries
	 * @param list<array<string, mixed>> $credits
	 */
	public function test_what_is_foreseen_is_what_is_made( string $name, array $credits ): void {
		$recording = $this->recording( $name );
		$world     = $this->world( SnapshotArray::from_array( $recording['snapshot'] ) );
		foreach ( $recording['refunds'] as $i => $recorded ) {
			$foreseen = $this->foreseen( $world, $recorded );
			$id       = 500 + $i;

			$world->shop->refunds[1][] = $this->refund( $world, $id, $recorded );
			$entered                   = $world->preview->of_refund( 1, $id );
			$this->work( $world, OrderEvent::REFUNDED );

			$this->assertEquals( $foreseen, $entered, "$name, refund $i: entered or not" );
			$this->assertEquals( $credits[ $i ], $this->in_words( $foreseen ), "$name, refund $i: the table" );
			$this->assertSame(
				$this->made( $world, $id ),
				$this->figures( $foreseen ),
				"$name, refund $i: the credit note"
			);
		}
	}

	private function world( OrderSnapshot $order ): World {
		$world                          = new World( true );
		$world->sellsy->currency        = in_array( $order->currency->code, [ 'EUR', 'USD' ], true )
			? ''
			: $order->currency->code;
		$world->shop->orders[1]         = new OrderSnapshot(
			...[
				...get_object_vars( $order ),
				'id'     => 1,
				'status' => 'processing',
			]
		);
		// phpcs:ignore WordPress.Arrays
		$settings = [
			'creditnote'      => [
				'enabled' => true,
				'finalise' => Finalise::NOW,
				'start_date' => '2000-01-01',
			],
			'invoice'         => [ 'start_date' => '2000-01-01' ],
			'rounding_tax_id' => self::ROUNDING,
		];
		foreach ( $order->taxes as $tax ) {
			$world->sellsy->taxes[]  = new RemoteTax(
				id: self::RATE + $tax->rate_id,
				label: $tax->percent->to_string(),
				rate: $tax->percent,
				category: $tax->percent->is_zero() ? 'Z' : 'S',
				usable: true
			);
			// phpcs:ignore WordPress.Arrays
			$settings['tax_rates'][] = [ 'rate_id' => $tax->rate_id, 'tax_id' => self::RATE + $tax->rate_id ];
		}
		foreach ( ExemptSituation::cases() as $i => $situation ) {
			if ( $situation === ExemptSituation::ShopExempt ) {
				continue; // These shops charge VAT.
			}
			$world->sellsy->taxes[]     = new RemoteTax(
				id: self::EXEMPT + $i,
				label: $situation->value,
				rate: Decimal::zero(),
				category: ExemptionTable::categories( $situation )[0] ?? 'E',
				usable: true
			);
			// phpcs:ignore WordPress.Arrays
			$settings['exempt_taxes'][] = [ 'situation' => $situation->value, 'tax_id' => self::EXEMPT + $i ];
		}
		$world->change_settings( $settings );
		$this->work( $world, OrderEvent::STATUS );
		return $world;
	}

	private function work( World $world, string $event ): void {
		$world->fire( 1, $event );
		$world->pass_time( 10 );
	}

	/** @param array<string, mixed> $recorded */
	private function foreseen( World $world, array $recorded ): CreditPreview {
		$line    = static fn ( array $line ): TypedLine => new TypedLine(
			order_line_id: $line['line'],
			quantity: $line['quantity'],
			total: $line['total'],
			taxes: $line['taxes']
		);
		$preview = $world->preview->of_amount( 1, $recorded['amount'], array_map( $line, $recorded['lines'] ) );
		$this->assertNotNull( $preview );
		return $preview;
	}

	/** @param array<string, mixed> $recorded */
	private function refund( World $world, int $id, array $recorded ): RefundSnapshot {
		$line = static fn ( array $line ): RefundLine => new RefundLine(
			order_line_id: $line['line'],
			quantity: Decimal::from_string( $line['quantity'] ),
			total: Decimal::from_string( $line['total'] ),
			taxes: array_map( Decimal::from_string( ... ), $line['taxes'] )
		);
		return new RefundSnapshot(
			id: $id,
			amount: Decimal::from_string( $recorded['amount'] ),
			lines: array_map( $line, $recorded['lines'] ),
			reason: $recorded['reason'],
			created_at: $world->clock->now(),
			is_paid_back: false
		);
	}

	/** @return array<string, mixed> in the table's form. */
	private function in_words( CreditPreview $preview ): array {
		if ( $preview->totals === null ) {
			return [ 'stop' => $preview->problem?->code->value ];
		}
		$amount = static fn ( int $minor ): string =>
			Decimal::of_minor( $minor, $preview->currency->decimals )->to_scale( $preview->currency->decimals );
		$taxes  = [];
		foreach ( $preview->totals->taxes as $tax ) {
			if ( $tax->label !== 'Exo' ) {
				$taxes[ $tax->label ] = [ $amount( $tax->base ), $amount( $tax->vat ) ];
			}
		}
		return [
			'total' => $amount( $preview->totals->incl_tax ),
			'taxes' => $taxes,
		] + ( $preview->totals->rounding === 0 ? [] : [ 'arrondi' => $amount( $preview->totals->rounding ) ] );
	}

	/** @return array{int, int, list<array{int, int}>}|null HT, TTC, HT and VAT of each tax. */
	private function figures( CreditPreview $preview ): ?array {
		$this->assertSame( $preview->totals !== null, $preview->outcome === PreviewOutcome::Made );
		return $preview->totals === null
			? null
			: [
				$preview->totals->excl_tax,
				$preview->totals->incl_tax,
				array_map( static fn ( $tax ): array => [ $tax->base, $tax->vat ], $preview->totals->taxes ),
			];
	}

	/** @return array{int, int, list<array{int, int}>}|null of the credit note that was sent. */
	private function made( World $world, int $refund_id ): ?array {
		$sent = array_filter(
			$world->invoicing->created,
			static fn ( DocumentDraft $draft ): bool =>
				$draft->kind === DocumentKind::CreditNote && str_ends_with( $draft->key, "/A$refund_id" )
		);
		if ( $sent === [] ) {
			return null;
		}
		$totals = end( $sent )->totals;
		return [
			$totals->excl_tax,
			$totals->incl_tax,
			array_map( static fn ( array $tax ): array => array_values( $tax ), array_values( $totals->by_tax ) ),
		];
	}
}
