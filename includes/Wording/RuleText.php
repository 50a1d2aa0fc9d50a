<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\OrderSheet\OrderSheet;
use OrderInvoicer\Domain\OrderSheet\SheetRule;
use OrderInvoicer\Domain\Settings\PaymentSettings;
use OrderInvoicer\Domain\Settings\Rule;

/** The rule by which a document is made. Plain text, to be escaped. */
final class RuleText {

	/** @param \Closure(): array<string, string> $gateways titles by id, read when a rule names one. */
	public function __construct( private readonly \Closure $gateways ) {}

	/** Of a document to come. */
	public function takes( SheetRule $rule ): string {
		return $rule->id === Rule::NONE
			? __( 'None of your rules takes this order.', 'orderinvoicer' )
			/* translators: %s: which orders a rule takes, such as "Card, companies, France". */
			: sprintf( __( 'By your rule: %s.', 'orderinvoicer' ), $this->orders( $rule ) );
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
		return $rule->id === Rule::NONE
			? __(
				'As the order is now, none of your rules would take it. The document keeps its rule.',
				'orderinvoicer'
			)
			: sprintf(
				/* translators: %s: which orders a rule takes, such as "Card, companies, France". */
				__(
					'As the order is now, another rule would take it: %s. The document keeps its rule.',
					'orderinvoicer'
				),
				$this->orders( $rule )
			);
	}

	/** Which orders it takes. */
	private function orders( SheetRule $of ): string {
		$rule       = $of->rule;
		$conditions = $rule === null ? [] : [
			...array_map( $this->gateway( ... ), $rule->gateways ),
			...( $rule->buyer === Rule::ANY ? [] : [ $this->buyer( $rule->buyer ) ] ),
			...( $rule->area === Rule::ANY ? [] : [ $this->area( $rule->area ) ] ),
		];
		return match ( true ) {
			$rule === null      => __( 'all other orders', 'orderinvoicer' ),
			$rule->unread !== '' => __( 'one that this version cannot read', 'orderinvoicer' ),
			$conditions === []  => __( 'every order', 'orderinvoicer' ),
			default             => implode( ', ', $conditions ),
		};
	}

	private function gateway( string $id ): string {
		return $id === PaymentSettings::UNNAMED
			? __( 'no payment method', 'orderinvoicer' )
			: ( $this->gateways )()[ $id ] ?? $id;
	}

	private function buyer( string $buyer ): string {
		return $buyer === Rule::COMPANY ? __( 'companies', 'orderinvoicer' ) : __( 'private persons', 'orderinvoicer' );
	}

	private function area( string $area ): string {
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
