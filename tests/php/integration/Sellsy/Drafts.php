<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Sellsy;

use OrderInvoicer\Domain\Amounts\Totals;
use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Content\DocumentDetails;
use OrderInvoicer\Domain\Content\DocumentDraft;
use OrderInvoicer\Domain\Content\DraftRow;
use OrderInvoicer\Domain\Content\RowKind;
use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\ParentRef;
use OrderInvoicer\Domain\Documents\SubjectKey;
use OrderInvoicer\Domain\Money\Currency;
use OrderInvoicer\Domain\Money\Decimal;

/** Documents of 3 × 8.325 and 4.90 of shipping, 20 % VAT: 29.88 HT, 35.86 TTC. */
final class Drafts {

	public static function of( DocumentKind $kind, CustomerRef $customer, string $key = 'SHOP-1001', ?ParentRef $parent = null, ?int $address = null, ?int $contact = null, string $quantity = '3' ): DocumentDraft {
		$subject = $kind === DocumentKind::Invoice ? 'Commande 1001' : SubjectKey::add( 'Commande 1001', $key );
		$rows    = [
			new DraftRow( RowKind::Priced, 'T-shirt bleu', 'TSHIRT', Decimal::from_string( $quantity ), Decimal::from_string( '8.325' ), 2498, 1 ),
			new DraftRow( RowKind::Priced, 'Frais de port', '', Decimal::from_string( '1' ), Decimal::from_string( '4.9' ), 490, 1 ),
			new DraftRow( RowKind::Comment, 'Code promo NOEL' ),
		];
		$details = new DocumentDetails( 'product', 'debit', '2026-11-01', '2026-11-30', Decimal::from_string( '1200' ), '6A123', 'https://suivi.example/6A123', [ 1 ] );
		return new DocumentDraft( $kind, $key, $customer, $contact, $address, $address, Currency::from_code( 'EUR' ), self::today(), $subject, "Merci !\nÀ bientôt", $rows, new Totals( 2988, 3586, [] ), 1, 2, null, null, $parent, $details );
	}

	/** Sellsy's day, which is not that of UTC around midnight. */
	public static function today(): string {
		return ( new \DateTimeImmutable( 'now', new \DateTimeZone( 'Europe/Paris' ) ) )->format( 'Y-m-d' );
	}
}
