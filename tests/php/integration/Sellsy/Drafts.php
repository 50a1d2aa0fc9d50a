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

	public static function of(
		DocumentKind $kind,
		CustomerRef $customer,
		string $key = 'SHOP-1001',
		?ParentRef $parent = null,
		?int $address = null,
		?int $contact = null,
		string $quantity = '3',
	): DocumentDraft {
		$subject = $kind === DocumentKind::Invoice ? 'Commande 1001' : SubjectKey::add( 'Commande 1001', $key );
		$rows    = [
			new DraftRow(
				kind: RowKind::Priced,
				description: 'T-shirt bleu',
				reference: 'TSHIRT',
				quantity: Decimal::from_string( $quantity ),
				unit_amount: Decimal::from_string( '8.325' ),
				total: 2498,
				tax_id: 1
			),
			new DraftRow(
				kind: RowKind::Priced,
				description: 'Frais de port',
				reference: '',
				quantity: Decimal::from_string( '1' ),
				unit_amount: Decimal::from_string( '4.9' ),
				total: 490,
				tax_id: 1
			),
			new DraftRow( RowKind::Comment, 'Code promo NOEL' ),
		];
		$details = new DocumentDetails(
			sale_type: 'product',
			vat_mode: 'debit',
			service_start: '2026-11-01',
			service_end: '2026-11-30',
			weight: Decimal::from_string( '1200' ),
			tracking_number: '6A123',
			tracking_url: 'https://suivi.example/6A123',
			payment_method_ids: [ 1 ],
			shipping_date: '2026-11-20'
		);
		return new DocumentDraft(
			kind: $kind,
			key: $key,
			customer: $customer,
			contact_id: $contact,
			invoicing_address_id: $address,
			delivery_address_id: $address,
			currency: Currency::from_code( 'EUR' ),
			date: self::today(),
			subject: $subject,
			note: "Merci !\nÀ bientôt",
			rows: $rows,
			totals: new Totals( 2988, 3586, [] ),
			rate_category_id: 1,
			owner_id: 2,
			model_id: null,
			payment_term_id: null,
			parent: $parent,
			details: $details
		);
	}

	/** Sellsy's day, which is not that of UTC around midnight. */
	public static function today(): string {
		return ( new \DateTimeImmutable( 'now', new \DateTimeZone( 'Europe/Paris' ) ) )->format( 'Y-m-d' );
	}
}
