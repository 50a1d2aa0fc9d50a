<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\OrderSheet\OrderSheet;
use OrderInvoicer\Domain\OrderSheet\SheetRule;
use OrderInvoicer\Domain\Settings\Condition;
use OrderInvoicer\Domain\Settings\Rule;
use OrderInvoicer\Domain\Settings\TotalBound;
use OrderInvoicer\Wording\Names\AmountText;

/** The rule by which a document is made. Plain text, to be escaped. */
final class RuleText {

	/** @param \Closure( Condition ): array<string> $names what the shop calls them by id, when a rule names one. */
	public function __construct(
		private readonly \Closure $names,
		private readonly AmountText $amounts,
	) {}

	/** Of a document to come. */
	public function takes( SheetRule $rule ): string {
		return match ( $rule->id ) {
			Rule::NONE   => __( 'None of your rules takes this order.', 'orderinvoicer' ),
			Rule::UNSURE => __( 'Nobody knows which of your rules takes this order.', 'orderinvoicer' ),
			/* translators: %s: which orders a rule takes, such as "Card, companies, France". */
			default      => sprintf( __( 'By your rule: %s.', 'orderinvoicer' ), $this->orders( $rule ) ),
		};
	}

	/** @return list<string> of a document that exists: sentences; none where its kind has no rules. */
	public function of_document( OrderSheet $sheet, int $row_id ): array {
		$kept = $sheet->rules[ $row_id ] ?? null;
		$fits = $sheet->fitting[ $row_id ] ?? null;
		return [
			...( $kept === null ? [] : [ $this->made( $kept ) ] ),
			...( $fits === null ? [] : [ $this->would_fit( $fits ) ] ),
		];
	}

	private function made( SheetRule $rule ): string {
		return match ( true ) {
			$rule->id === Rule::NONE => __(
				'None of your rules makes it: somebody asked for it. Whether it becomes final or is sent, you decide.',
				'orderinvoicer'
			),
			$rule->id === Rule::UNSURE => __(
				'Nobody knew which of your rules takes the order, and somebody had it made. Whether it becomes final or is sent, you decide.',
				'orderinvoicer'
			),
			$rule->was_taken_away()  => __(
				'The rule that it was made by was removed. Whether it becomes final or is sent, you decide.',
				'orderinvoicer'
			),
			default                  => sprintf(
				/* translators: %s: which orders a rule takes, such as "Card, companies, France". */
				__( 'Made by your rule: %s.', 'orderinvoicer' ),
				$this->orders( $rule )
			),
		};
	}

	private function would_fit( SheetRule $rule ): string {
		return match ( $rule->id ) {
			Rule::NONE   => __(
				'As the order is now, none of your rules would take it. The document keeps its rule.',
				'orderinvoicer'
			),
			Rule::UNSURE => __(
				'As the order is now, nobody knows which rule would take it. The document keeps its rule.',
				'orderinvoicer'
			),
			default      => sprintf(
				/* translators: %s: which orders a rule takes, such as "Card, companies, France". */
				__(
					'As the order is now, another rule would take it: %s. The document keeps its rule.',
					'orderinvoicer'
				),
				$this->orders( $rule )
			),
		};
	}

	/** Which orders it takes. */
	private function orders( SheetRule $of ): string {
		$rule       = $of->rule;
		$conditions = $rule === null ? [] : array_map(
			fn ( string $name, mixed $wanted ): string => $this->text( Condition::from( $name ), $wanted ),
			array_keys( $rule->conditions ),
			$rule->conditions
		);
		return match ( true ) {
			$rule === null      => __( 'all other orders', 'orderinvoicer' ),
			$rule->unread !== '' => __( 'one that this version cannot read', 'orderinvoicer' ),
			$conditions === []  => __( 'every order', 'orderinvoicer' ),
			default             => implode( ', ', $conditions ),
		};
	}

	/** What a rule asks of an order, in a few words: "Card or Cheque", "companies". Plain text, to be escaped. */
	private function text( Condition $condition, mixed $wanted ): string {
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
