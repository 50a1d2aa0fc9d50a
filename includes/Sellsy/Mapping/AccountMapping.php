<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Mapping;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Account\RemoteTax;
use OrderInvoicer\Domain\Account\TaxRefusal;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Taxes\TaxDraft;
use OrderInvoicer\Sellsy\Client\Answer;

/** The lists that settings choose from, reduced to plain values that can be kept. */
final class AccountMapping {

	private const ID_ONLY      = [ 'onorder', 'endmonth', 'received', 'oninvoice', 'nextmonth' ];
	private const END_OF_MONTH = [ '30days', '45days', '60days' ];

	/** @return array{id: int, label: string, rate: string, category: string, vatex: string, refusal: string} */
	public function tax( Answer $answer ): array {
		return [
			'id'       => $answer->id(),
			'label'    => $answer->string( 'label' ),
			'rate'     => $answer->decimal( 'rate' )->to_string(),
			'category' => $answer->string( 'category' ),
			'vatex'    => $answer->string( 'vatex' ),
			'refusal'  => $this->refusal( $answer )->value ?? '',
		];
	}

	/** @param array{id: int, label: string, rate: string, category: string, vatex: string, refusal: string} $kept */
	public function remote_tax( array $kept ): RemoteTax {
		return new RemoteTax(
			id: $kept['id'],
			label: $kept['label'],
			rate: Decimal::from_string( $kept['rate'] ),
			category: $kept['category'],
			usable: $kept['refusal'] === '',
			vatex: $kept['vatex'],
			refusal: TaxRefusal::tryFrom( $kept['refusal'] )
		);
	}

	private function refusal( Answer $answer ): ?TaxRefusal {
		return match ( true ) {
			! $answer->bool( 'is_active', true ) => TaxRefusal::Inactive,
			! $answer->bool( 'is_einvoicing_compliant', true ) => TaxRefusal::NotCompliant,
			$answer->bool( 'is_ecotax', false ) => TaxRefusal::EcoTax,
			default => null,
		};
	}

	/**
	 * @return array{id: int, label: string, currency: string, is_default: bool, includes_taxes: bool} currency: empty
	 *         for the account's own.
	 */
	public function rate_category( Answer $answer ): array {
		return [
			'id'             => $answer->id(),
			'label'          => $answer->string( 'label' ),
			'currency'       => $answer->string( 'currency' ),
			'is_default'     => $answer->bool( 'is_default', false ),
			// Without this fact the category cannot be trusted with HT prices.
			'includes_taxes' => $answer->bool( 'includes_taxes', true ),
		];
	}

	/** @return array{id: int, label: string} */
	public function staff( Answer $answer ): array {
		return [
			'id'    => $answer->id(),
			'label' => $this->person( $answer ),
		];
	}

	/** `firstname` and `lastname` are Sellsy's spelling here. */
	public function person( Answer $answer ): string {
		return trim( $answer->string( 'firstname' ) . ' ' . $answer->string( 'lastname' ) );
	}

	/**
	 * A model's name is its `number`.
	 *
	 * @return array{id: int, label: string}
	 */
	public function model( Answer $answer ): array {
		return [
			'id'    => $answer->id(),
			'label' => $answer->string( 'number' ),
		];
	}

	/** @return array{id: int, label: string} */
	public function labelled( Answer $answer ): array {
		return [
			'id'    => $answer->id(),
			'label' => $answer->string( 'label' ),
		];
	}

	/** @return array{id: int, code: string, is_default: bool} */
	public function currency( Answer $answer ): array {
		return [
			'id'         => $answer->id(),
			'code'       => $answer->string( 'code' ),
			'is_default' => $answer->bool( 'is_default', false ),
		];
	}

	/** The account's own identity from `GET /staffs/me?embed[]=account`; empty when the person may not see it. */
	public function account( Answer $me ): string {
		return $me->object( '_embed' )->object( 'account' )->string( 'uuid' );
	}

	/** The company whose books they are, by the same answer. */
	public function account_name( Answer $me ): string {
		return trim( $me->object( '_embed' )->object( 'account' )->string( 'name' ) );
	}

	/**
	 * The body of `POST /taxes`: Sellsy refuses a plain tax of rate 0, and an exempt one takes no rate. The rate must
	 * be a JSON number; it gets the rate's own digits.
	 *
	 * @return array<string, mixed>
	 */
	public function tax_body( TaxDraft $draft ): array {
		$kind = $draft->reason === null
			? [ 'rate' => (float) $draft->rate->to_string() ]
			: [
				'category' => $draft->reason->category(),
				'vatex'    => $draft->reason->vatex(),
			];
		return [ 'label' => Text::line( $draft->label, 250 ) ] + $kind + [ 'is_active' => true ];
	}

	/**
	 * What a document must send depends on the term's code (`payment_terms` of `POST /invoices`). Null for the terms
	 * that need more than Sellsy's list says of them: free dates, instalments, descriptions.
	 *
	 * @return array{id: int, label: string, terms: array<string, int|bool>}|null
	 */
	public function payment_term( Answer $answer ): ?array {
		$terms = $this->sent_terms( $answer );
		return $terms === null ? null : [
			'id'    => $answer->id(),
			'label' => $answer->string( 'label' ),
			'terms' => $terms,
		];
	}

	/** @return array<string, int|bool>|null */
	private function sent_terms( Answer $answer ): ?array {
		$id   = [ 'id' => $answer->id() ];
		$code = $answer->string( 'code' );
		$days = $answer->optional_int( 'x_days' );
		return match ( true ) {
			in_array( $code, self::ID_ONLY, true ) => $id,
			in_array( $code, self::END_OF_MONTH, true ) => $id
				+ [ 'end_of_month' => $answer->bool( 'end_of_month', false ) ],
			$code === 'xdays' && $days !== null => $id + [ 'x_days' => $days ],
			default => null,
		};
	}
}
