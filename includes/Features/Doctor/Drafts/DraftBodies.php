<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor\Drafts;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Amounts\Totals;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Domain\Content\DocumentDetails;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;
use OrderInvoicer\Domain\Money\Decimal;
use OrderInvoicer\Domain\Settings\SettingsStore;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Features\Doctor\Trials\Computations;
use OrderInvoicer\Sellsy\Client\Answer;
use OrderInvoicer\Sellsy\Mapping\DocumentMapping;
use OrderInvoicer\Sellsy\Resources\AccountLists;

/** What a draft is sent, as orders send it, and what of it an answer still holds. */
final class DraftBodies {

	private const REFERENCE = 'DOCTOR';
	private const GRAMS     = 1200;

	public function __construct(
		private readonly DocumentMapping $mapping,
		private readonly AccountLists $lists,
		private readonly Computations $computations,
		private readonly SettingsStore $settings,
		private readonly Clock $clock,
	) {}

	/**
	 * @return array<string, mixed>
	 * @throws RemoteFailure
	 */
	public function of_new( DocumentKind $kind, string $mark, int $customer, int $address ): array {
		$draft = $this->draft( $kind, $mark, $customer, $address, $this->day( 0 ) );
		return $this->mapping->body( $draft, $this->lists->terms_of( $draft->payment_term_id ) );
	}

	/**
	 * Its day of goods is another one.
	 *
	 * @return array<string, mixed>
	 * @throws RemoteFailure
	 */
	public function of_change( DocumentKind $kind, string $mark, int $customer, int $address ): array {
		$draft = $this->draft( $kind, $mark, $customer, $address, $this->day( -1 ) );
		return $this->mapping->update( $draft, $this->lists->terms_of( $draft->payment_term_id ) );
	}

	/**
	 * A field that Sellsy answers, otherwise than it was sent. The days have an assumption of their own.
	 *
	 * @param array<string, mixed> $sent
	 * @return string as a code; empty: none.
	 */
	public static function lost( array $sent, Answer $found ): string {
		$answered = array_intersect_key( $sent, array_flip( $found->keys() ) );
		$expected = new Answer( $answered, '', 0 );
		foreach ( array_keys( $answered ) as $field ) {
			$is_kept = match ( $field ) {
				'subject', 'order_reference', 'sale_type' => $found->string( $field ) === $expected->string( $field ),
				'note' => $found->string( $field ) !== '',
				'invoicing_address_id', 'delivery_address_id' =>
					$found->optional_int( $field ) === $expected->optional_int( $field ),
				'shipping_weight' => $found->object( $field )->has( 'value' ),
				'rows' => self::is_same_row( $expected, $found ),
				default => true,
			};
			if ( ! $is_kept ) {
				return str_replace( '_', '-', $field );
			}
		}
		$owner = $sent['owner_id'] ?? null;
		return $owner !== null && $found->has( 'owner' ) && $found->object( 'owner' )->optional_int( 'id' ) !== $owner
			? 'owner'
			: '';
	}

	/** @param array<string, mixed> $sent */
	public static function keeps_shipping_date( array $sent, Answer $found ): bool {
		return self::day_in( $found, 'shipping_date' ) === ( $sent['shipping_date'] ?? '' );
	}

	/** @param array<string, mixed> $sent */
	public static function keeps_service_dates( array $sent, Answer $found ): bool {
		$days = new Answer( $sent, '', 0 );
		foreach ( [ 'start', 'end' ] as $day ) {
			if ( self::day_in( $found->object( 'service_dates' ), $day )
				!== $days->object( 'service_dates' )->string( $day ) ) {
				return false;
			}
		}
		return true;
	}

	/** Only what a row says and is worth: Sellsy adds the rest. A model may bring rows of its own. */
	private static function is_same_row( Answer $sent, Answer $found ): bool {
		$one   = $sent->list( 'rows' )[0];
		$other = $found->list( 'rows' )[0] ?? null;
		return $other !== null
			&& count( $found->list( 'rows' ) ) === 1
			&& $other->string( 'reference' ) === $one->string( 'reference' )
			&& $other->string( 'description' ) !== ''
			&& $other->optional_int( 'tax_id' ) === $one->optional_int( 'tax_id' )
			&& $other->decimal( 'unit_amount' )->equals( $one->decimal( 'unit_amount' ) );
	}

	private static function day_in( Answer $found, string $field ): string {
		return substr( $found->string( $field ), 0, 10 );
	}

	/** @throws RemoteFailure */
	private function draft(
		DocumentKind $kind,
		string $mark,
		int $customer,
		int $address,
		string $day,
	): DocumentDraft {
		return new DocumentDraft(
			kind: $kind,
			key: self::REFERENCE,
			customer: new CustomerRef( CustomerType::Company, $customer ),
			contact_id: null,
			invoicing_address_id: $address,
			delivery_address_id: $address,
			currency: $this->computations->currency(),
			date: $this->clock->today(),
			subject: $mark,
			note: $mark,
			rows: [ $this->computations->row( '1', '1.00' ) ],
			totals: new Totals( 0, 0, [] ),
			rate_category_id: $this->computations->category()['id'],
			owner_id: $this->chosen( $kind, 'owner_id' ),
			// Orders' credit notes have a parent, and so no model.
			model_id: $kind === DocumentKind::CreditNote ? null : $this->chosen( $kind, 'model_id' ),
			payment_term_id: $this->chosen( $kind, 'payment_term_id' ),
			details: new DocumentDetails(
				sale_type: 'mixed',
				service_start: $day,
				service_end: $day,
				weight: $kind === DocumentKind::CreditNote ? null : Decimal::of_int( self::GRAMS ),
				shipping_date: $day
			)
		);
	}

	/** What the owner chose for such documents, by the first rule that has it. */
	private function chosen( DocumentKind $kind, string $field ): ?int {
		$outcomes = $this->settings->get()->workflow( $kind )->outcomes();
		return array_values( array_filter( array_column( $outcomes, $field ), is_int( ... ) ) )[0] ?? null;
	}

	private function day( int $later ): string {
		return $this->clock->day_of( $this->clock->now()->modify( "$later days" ) );
	}
}
