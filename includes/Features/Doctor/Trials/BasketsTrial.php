<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Trials;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Money\Rounding;

/** The rows of twelve recorded orders, six orders in one document, beside our own arithmetic. */
final class BasketsTrial implements Trial {

	private const FILE     = __DIR__ . '/../baskets.json';
	private const TOGETHER = 6;

	/** Decimals of a price that any account takes. */
	private const OF_ALL = 2;

	public function __construct( private readonly Computations $computations ) {}

	public function about(): About {
		return new About( name: 'baskets', answers: [ 'amounts-are-strings', 'rounding' ], most_calls: 6, revision: 2 );
	}

	public function run( Answers $answers ): void {
		$decimals = array_search( $answers->seen( 'unit-price-decimals' ), DecimalsTrial::CODES, true );
		try {
			$differs = $this->all_differ( is_int( $decimals ) ? $decimals : self::OF_ALL );
		} catch ( RemoteFailure $failure ) {
			if ( $failure->is_unreadable() ) {
				$answers->give( 'amounts-are-strings', false, 'unreadable' );
				$answers->not_known( 'rounding', 'unreadable' );
				return;
			}
			throw $failure;
		}
		$answers->give( 'amounts-are-strings', true, 'readable' );
		$answers->give( 'rounding', $differs === '', $differs === '' ? 'agrees' : $differs );
	}

	/**
	 * What another run saw of the account's prices may be so no longer.
	 *
	 * @return string what differs, as a code; empty: nothing.
	 * @throws RemoteFailure
	 */
	private function all_differ( int $decimals ): string {
		try {
			foreach ( array_chunk( self::baskets(), self::TOGETHER ) as $baskets ) {
				$differs = $this->differs( $this->rows( array_merge( ...$baskets ), $decimals ) );
				if ( $differs !== '' ) {
					return $differs;
				}
			}
			return '';
		} catch ( RemoteFailure $failure ) {
			$may_be_finer = $failure->kind === FailureKind::Rejected && $decimals > self::OF_ALL;
			return $may_be_finer ? $this->all_differ( self::OF_ALL ) : throw $failure;
		}
	}

	/**
	 * What the account's prices cannot say is left out.
	 *
	 * @param list<array{string, string, string}> $basket
	 * @return list<DraftRow>
	 * @throws RemoteFailure
	 */
	private function rows( array $basket, int $decimals ): array {
		$rows = [];
		foreach ( $basket as [ $quantity, $price, $percent ] ) {
			if ( Decimal::from_string( $price )->scale() <= $decimals ) {
				$rows[] = $this->computations->row( $quantity, $price, $percent );
			}
		}
		return $rows;
	}

	/**
	 * @param list<DraftRow> $rows
	 * @return string what differs, as a code; empty: nothing.
	 * @throws RemoteFailure
	 */
	private function differs( array $rows ): string {
		$computed = $this->computations->compute( $rows );
		$decimals = $this->computations->currency()->decimals;
		$by_tax   = [];
		foreach ( $rows as $i => $row ) {
			$total = self::total( $row )->round( $decimals, Rounding::HalfUp );
			$found = $computed->row_totals[ $i ] ?? null;
			if ( $found !== null && ! $found->equals( $total ) ) {
				return 'rows';
			}
			$by_tax[ (int) $row->tax_id ] = ( $by_tax[ (int) $row->tax_id ] ?? Decimal::zero() )->plus( $total );
		}
		return $this->sums_differ( $computed, $by_tax, $decimals );
	}

	/**
	 * @param array<int, Decimal> $by_tax HT.
	 * @throws RemoteFailure
	 */
	private function sums_differ( ComputedDocument $computed, array $by_tax, int $decimals ): string {
		$ht  = Decimal::zero();
		$vat = Decimal::zero();
		foreach ( $by_tax as $tax_id => $base ) {
			$ht  = $ht->plus( $base );
			$vat = $vat->plus(
				$base->times( $this->computations->rate( $tax_id ) )
					->times( Decimal::from_string( '0.01' ) )
					->round( $decimals, Rounding::HalfUp )
			);
		}
		return match ( true ) {
			! $computed->excl_tax->equals( $ht ) => 'sum',
			! $computed->incl_tax->equals( $ht->plus( $vat ) ) => 'vat',
			default => '',
		};
	}

	private static function total( DraftRow $row ): Decimal {
		return ( $row->quantity ?? Decimal::zero() )->times( $row->unit_amount ?? Decimal::zero() );
	}

	/** @return list<non-empty-list<array{string, string, string}>> quantity, unit price HT and percent of VAT. */
	private static function baskets(): array {
		/** @var array<string, non-empty-list<array{string, string, string}>> $baskets */
		$baskets = wp_json_file_decode( self::FILE, [ 'associative' => true ] );
		return array_values( $baskets );
	}
}
