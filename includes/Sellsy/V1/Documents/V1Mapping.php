<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\V1\Documents;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Content\DocumentDetails;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Content\RowKind;
use OrderInvoicer\Domain\Documents\ComputedDocument;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\RemoteDocument;
use OrderInvoicer\Domain\Documents\SubjectKey;
use OrderInvoicer\Domain\Text\PlainText;
use OrderInvoicer\Sellsy\Mapping\Text;
use OrderInvoicer\Sellsy\Resources\AccountLists;
use OrderInvoicer\Sellsy\V1\V1Answer;

/**
 * `Document.create` and what `Document.getOne` answers. Amounts are HT. No owner can be named here: it is the person of
 * the connection. The person whom the settings name becomes the referent (`docspeakerStaffId`).
 */
final class V1Mapping {

	/** Of parcels, as in v2. */
	private const MAX_NUMBER = 50;

	public function __construct( private readonly AccountLists $lists ) {}

	/** @return array<string, mixed> */
	public function params( DocumentDraft $draft ): array {
		return array_filter(
			[
				'document'     => $this->header( $draft ),
				'shipping'     => $this->parcel( $draft->details ),
				'thirdaddress' => $draft->invoicing_address_id === null
					? null
					: [ 'id' => $draft->invoicing_address_id ],
				'shipaddress'  => $draft->delivery_address_id === null ? null : [ 'id' => $draft->delivery_address_id ],
				'row'          => $this->row_params( $draft->rows ),
			],
			static fn( mixed $value ): bool => $value !== null
		);
	}

	/** Of the list too, which comes without rows. */
	public function document( DocumentKind $kind, V1Answer $answer ): RemoteDocument {
		return new RemoteDocument(
			kind: $kind,
			id: $answer->id(),
			number: $answer->string( 'ident' ),
			status: $answer->string( 'step' ),
			key: SubjectKey::read( $answer->string( 'subject' ) ),
			amounts: new ComputedDocument(
				[],
				$answer->decimal( 'totalAmountTaxesFree' ),
				$answer->decimal( 'totalAmount' )
			),
			created: '', // A moment without its time zone.
		);
	}

	/** @return array<string, mixed> */
	private function header( DocumentDraft $draft ): array {
		$details = $draft->details;
		$note    = Text::html( $draft->note );
		$header  = [
			'doctype'            => $draft->kind->value,
			'thirdid'            => $draft->customer->id,
			'contactId'          => $draft->contact_id,
			'parentId'           => $draft->parent?->id,
			'displayedDate'      => self::noon( $draft->date ),
			'subject'            => Text::line( $draft->subject, PlainText::SUBJECT ),
			'notes'              => $note === '' ? null : $note,
			'displayShipAddress' => $draft->delivery_address_id === null ? null : 'Y',
			'rateCategory'       => $draft->rate_category_id,
			'currency'           => $this->currency_id( $draft->currency->code ),
			'docspeakerStaffId'  => $draft->owner_id,
			'payMediums'         => $details->payment_method_ids === [] ? null : $details->payment_method_ids,
		] + $this->service_dates( $details );
		return array_filter( $header, static fn( mixed $value ): bool => $value !== null );
	}

	/** @return array<string, string|int> */
	private function service_dates( DocumentDetails $details ): array {
		return $details->service_start === '' ? [] : [
			'useServiceDates'  => 'Y',
			'serviceDateStart' => self::noon( $details->service_start ),
			'serviceDateStop'  => self::noon( $details->service_end ),
		];
	}

	/** @return array<string, string>|null */
	private function parcel( DocumentDetails $details ): ?array {
		$weight = $details->weight === null ? [] : [
			'weight'     => $details->weight->to_string(),
			'weightUnit' => 'g',
		];
		$number = Text::code( $details->tracking_number, self::MAX_NUMBER );
		$url    = Text::url( $details->tracking_url );
		$parcel = $weight + ( $number === '' ? [] : [ 'trackingNumber' => $number ] )
			+ ( $url === null ? [] : [ 'trackingUrl' => $url ] );
		return $parcel === [] ? null : $parcel;
	}

	/** Null: the account's own, and Sellsy says so if it does not fit. */
	private function currency_id( string $code ): ?int {
		foreach ( $this->lists->currencies() as $currency ) {
			if ( $currency['code'] === $code ) {
				return $currency['id'];
			}
		}
		return null;
	}

	/** Dates are moments here, and noon is the same day all over Europe. */
	private static function noon( string $day ): int {
		return ( new \DateTimeImmutable( "$day 12:00:00", new \DateTimeZone( 'UTC' ) ) )->getTimestamp();
	}

	/**
	 * @param list<DraftRow> $rows
	 * @return object keyed from "1": a JSON list is refused.
	 */
	private function row_params( array $rows ): object {
		$params = [];
		foreach ( $rows as $i => $row ) {
			$params[ (string) ( $i + 1 ) ] = $row->kind !== RowKind::Comment ? $this->priced( $row ) : [
				'row_type'    => 'comment',
				'row_comment' => Text::row( $row->description ),
			];
		}
		return (object) $params;
	}

	/** @return array<string, mixed> */
	private function priced( DraftRow $row ): array {
		$reference = Text::code( $row->reference, 250 );
		$params    = [
			'row_type'       => $row->item === null ? 'once' : 'item',
			'row_linkedid'   => $row->item?->id,
			'row_declid'     => $row->item?->declination_id,
			'row_name'       => $reference === '' ? null : $reference,
			'row_notes'      => Text::row( $row->description ),
			// Obligatory here, by its name; v2 needs none.
			'row_unit'       => $this->lists->units()[0]['label'] ?? '',
			'row_unitAmount' => $row->unit_amount?->to_string(),
			'row_taxid'      => $row->tax_id,
			'row_qt'         => $row->quantity?->to_string(),
		];
		return array_filter( $params, static fn( mixed $value ): bool => $value !== null );
	}
}
