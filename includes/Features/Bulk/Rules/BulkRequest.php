<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Bulk\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;

/** An act, and of documents to create which: one kind, or what the settings ask for. */
final class BulkRequest {

	/** In the place of a kind: what the settings ask for. */
	private const RULES = 'rules';

	/** @param DocumentKind|null $kind of Create; null: what the settings ask for. */
	public function __construct(
		public readonly BulkAct $act,
		public readonly ?DocumentKind $kind = null,
	) {}

	/** @return self|null null for what is no request, such as a credit note: it follows its refund. */
	public static function from_text( string $text ): ?self {
		[ $name, $kind ] = explode( ':', "$text:" );
		$act             = BulkAct::tryFrom( $name );
		if ( $act !== BulkAct::Create ) {
			return $act === null || $kind !== '' ? null : new self( $act );
		}
		$kind = $kind === self::RULES ? null : DocumentKind::tryFrom( $kind ) ?? DocumentKind::CreditNote;
		return $kind === DocumentKind::CreditNote ? null : new self( $act, $kind );
	}

	public function text(): string {
		return $this->act === BulkAct::Create
			? $this->act->value . ':' . ( $this->kind->value ?? self::RULES )
			: $this->act->value;
	}
}
