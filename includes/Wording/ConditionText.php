<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Settings\Condition;
use OrderInvoicer\Domain\Settings\TotalBound;
use OrderInvoicer\Wording\Names\AmountText;

/** What a rule asks of an order, in a few words: "Card or Cheque", "companies". Plain text, to be escaped. */
final class ConditionText {

	/** @param \Closure( Condition ): array<string> $names what the shop calls them by id, when a rule names one. */
	public function __construct(
		private readonly \Closure $names,
		private readonly AmountText $amounts,
	) {}

	public function text( Condition $condition, mixed $wanted ): string {
		return match ( $condition ) {
			Condition::Buyer => $wanted === Condition::COMPANY
				? __( 'companies', 'orderinvoicer' )
				: __( 'private persons', 'orderinvoicer' ),
			Condition::Area  => $this->area( $wanted ),
			Condition::Total => $wanted instanceof TotalBound ? $this->total( $wanted ) : '',
			default          => $this->one_of( $condition, (array) $wanted ),
		};
	}

	/** @param array<mixed> $wanted */
	private function one_of( Condition $condition, array $wanted ): string {
		$names = ( $this->names )( $condition );
		$named = array_map(
			static fn ( mixed $id ): string => is_int( $id ) || is_string( $id )
				? $names[ $id ] ?? self::unlisted( $condition, (string) $id )
				: '',
			array_values( $wanted )
		);
		$last  = (string) array_pop( $named );
		$text  = $named === [] ? $last : sprintf(
			/* translators: 1: one or more names, 2: one more; any of them will do, such as "Card or Cheque". */
			__( '%1$s or %2$s', 'orderinvoicer' ),
			implode( ', ', $named ),
			$last
		);
		return match ( $condition ) {
			Condition::Roles      => $wanted === [ Condition::GUEST ]
				? $text
				/* translators: %s: a role of WordPress, such as Customer. */
				: sprintf( __( 'role %s', 'orderinvoicer' ), $text ),
			/* translators: %s: a product category. */
			Condition::Categories => sprintf( __( 'a product of %s', 'orderinvoicer' ), $text ),
			/* translators: %s: a currency, such as EUR. */
			Condition::Currencies => sprintf( __( 'in %s', 'orderinvoicer' ), $text ),
			default               => $text,
		};
	}

	private static function unlisted( Condition $condition, string $id ): string {
		return match ( [ $condition, $id ] ) {
			[ Condition::Gateways, Condition::UNNAMED ] => __( 'no payment method', 'orderinvoicer' ),
			[ Condition::Shipping, Condition::UNNAMED ] => __( 'no delivery', 'orderinvoicer' ),
			[ Condition::Roles, Condition::GUEST ]      => __( 'guests without an account', 'orderinvoicer' ),
			default                                     => $condition === Condition::Categories
				/* translators: %s: id of a product category that the shop no longer has. */
				? sprintf( __( 'a deleted category (no. %s)', 'orderinvoicer' ), $id )
				: $id,
		};
	}

	private function total( TotalBound $bound ): string {
		$parts = $bound->parts();
		if ( $parts === null ) {
			return $bound->value;
		}
		return sprintf(
			$parts[0] === TotalBound::AT_LEAST
				/* translators: %s: amount of money with VAT. */
				? __( '%s and more', 'orderinvoicer' )
				/* translators: %s: amount of money with VAT. */
				: __( 'less than %s', 'orderinvoicer' ),
			$this->amounts->decimal( $parts[1], $parts[2] )
		);
	}

	private function area( mixed $area ): string {
		return match ( $area ) {
			'domestic' => $this->country( WC()->countries->get_base_country() ),
			'eu'       => __( 'other EU countries', 'orderinvoicer' ),
			default    => __( 'outside the EU, and overseas territories', 'orderinvoicer' ),
		};
	}

	private function country( string $code ): string {
		$name = WC()->countries->get_countries()[ $code ] ?? null;
		return is_string( $name ) ? $name : $code;
	}
}
