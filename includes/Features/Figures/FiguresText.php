<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Figures;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Report\ReportedOrder;
use OrderInvoicer\Features\Figures\Rules\FigureTable;
use OrderInvoicer\Features\Figures\Rules\Period;
use OrderInvoicer\Features\Figures\Rules\PeriodFigures;
use OrderInvoicer\Wording\Names\AmountText;
use OrderInvoicer\Wording\Names\GatewayName;

/** What the figures are called. Plain text, to be escaped. */
final class FiguresText {

	public function __construct( private readonly AmountText $amounts ) {}

	/** @param string $key as `PeriodFigures` has it. */
	public function label( FigureTable $table, string $key ): string {
		return match ( true ) {
			$key === PeriodFigures::UNKNOWN => __( 'Not known yet', 'orderinvoicer' ),
			$table === FigureTable::Rates     => $this->rate( $key ),
			$table === FigureTable::Gateways  => $this->gateway( substr( $key, 2 ) ),
			$table === FigureTable::Countries => $this->country( $key ),
			default                           => $this->buyer( $key ),
		};
	}

	/** @return list<string> the heads of a table as a file. */
	public function columns( FigureTable $table ): array {
		$key = match ( $table ) {
			FigureTable::Rates     => __( 'VAT rate', 'orderinvoicer' ),
			FigureTable::Gateways  => __( 'Payment method', 'orderinvoicer' ),
			FigureTable::Countries => __( 'Country', 'orderinvoicer' ),
			FigureTable::Buyers    => __( 'Customer', 'orderinvoicer' ),
		};
		return [
			__( 'Period', 'orderinvoicer' ),
			$key,
			__( 'Documents', 'orderinvoicer' ),
			__( 'Excl. VAT', 'orderinvoicer' ),
			__( 'VAT', 'orderinvoicer' ),
			__( 'Incl. VAT', 'orderinvoicer' ),
			__( 'Currency', 'orderinvoicer' ),
		];
	}

	public function file( FigureTable $table, Period $period ): string {
		$name = match ( $table ) {
			FigureTable::Rates     => _x( 'vat-rates', 'name of a file', 'orderinvoicer' ),
			FigureTable::Gateways  => _x( 'payment-methods', 'name of a file', 'orderinvoicer' ),
			FigureTable::Countries => _x( 'countries', 'name of a file', 'orderinvoicer' ),
			FigureTable::Buyers    => _x( 'customers', 'name of a file', 'orderinvoicer' ),
		};
		return sanitize_file_name( "$name-{$period->from}-{$period->until}.csv" );
	}

	public function too_many( int $most ): string {
		return sprintf(
			/* translators: %s: number of orders. */
			__( 'There are more than %s orders in these two periods. Choose a shorter one.', 'orderinvoicer' ),
			number_format_i18n( $most )
		);
	}

	public function no_period(): string {
		return __( 'Choose a first and a last day, at most a year apart.', 'orderinvoicer' );
	}

	private function rate( string $percent ): string {
		return $percent === PeriodFigures::NO_TAX
			? __( 'Without VAT', 'orderinvoicer' )
			/* translators: %s: rate of VAT. */
			: sprintf( __( '%s %%', 'orderinvoicer' ), $this->amounts->figure( $percent ) );
	}

	private function gateway( string $gateway ): string {
		return $gateway === '' ? __( 'Without a payment method', 'orderinvoicer' ) : GatewayName::of( $gateway );
	}

	/** The stand-in for WooCommerce has no names of countries. */
	private function country( string $code ): string {
		$names = property_exists( WC(), 'countries' ) ? WC()->countries->get_countries() : [];
		$name  = $names[ $code ] ?? '';
		return is_string( $name ) && $name !== '' ? html_entity_decode( $name, ENT_QUOTES, 'UTF-8' ) : $code;
	}

	private function buyer( string $kind ): string {
		return $kind === ReportedOrder::COMPANY
			? __( 'Companies', 'orderinvoicer' )
			: __( 'Private customers', 'orderinvoicer' );
	}
}
