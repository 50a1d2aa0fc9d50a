<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Recorder;

/** The shoppers that the order table names. */
final class Customers {

	/** Country, postcode, city, company, VAT number, exempt at checkout. */
	private const ALL = [
		'home'             => [ 'FR', '69002', 'Lyon', '', '', false ],
		'home-company'     => [ 'FR', '75002', 'Paris', 'Acme SARL', 'FR44732829320', false ],
		'home-exempt'      => [ 'FR', '33000', 'Bordeaux', 'Association Test', '', true ],
		'germany'          => [ 'DE', '10115', 'Berlin', '', '', false ],
		'germany-company'  => [ 'DE', '10115', 'Berlin', 'Muster GmbH', 'DE123456789', true ],
		'belgium-company'  => [ 'BE', '1000', 'Bruxelles', 'Acme BV', 'BE0123456749', true ],
		'spain'            => [ 'ES', '28001', 'Madrid', '', '', false ],
		'united-states'    => [ 'US', '10001', 'New York', '', '', false ],
		'switzerland'      => [ 'CH', '1201', 'Genève', '', '', false ],
		'guadeloupe'       => [ 'GP', '97100', 'Basse-Terre', '', '', false ],
		'japan'            => [ 'JP', '100-0001', 'Tokyo', '', '', false ],
		'accents'          => [ 'FR', '59000', 'Villeneuve-d’Ascq', 'Crêperie « L’Œuf » & Fils', '', false ],
	];

	/** Puts the shopper into WooCommerce's session. */
	public function enter( string $name ): void {
		[ $country, $postcode, $city, $company, , $is_exempt ] = self::ALL[ $name ];
		$customer = WC()->customer;
		$customer->set_billing_location( $country, $country === 'US' ? 'NY' : '', $postcode, $city );
		$customer->set_shipping_location( $country, $country === 'US' ? 'NY' : '', $postcode, $city );
		$customer->set_billing_company( $company );
		$customer->set_is_vat_exempt( $is_exempt );
	}

	/** @return array<string, string> the checkout form. */
	public function form( string $name ): array {
		[ $country, $postcode, $city, $company, $vat_number ] = self::ALL[ $name ];
		$form = [];
		foreach ( [ 'billing', 'shipping' ] as $prefix ) {
			$form += [
				"{$prefix}_first_name" => 'Client',
				"{$prefix}_last_name"  => $name === 'accents' ? 'Tést-Éàü' : 'Test',
				"{$prefix}_company"    => $company,
				"{$prefix}_address_1"  => '1 rue de la Paix',
				"{$prefix}_city"       => $city,
				"{$prefix}_postcode"   => $postcode,
				"{$prefix}_state"      => $country === 'US' ? 'NY' : '',
				"{$prefix}_country"    => $country,
			];
		}
		return $form + [
			'billing_email'      => "$name@example.test",
			'billing_phone'      => '0102030405',
			'billing_vat_number' => $vat_number,
			'payment_method'     => 'bacs',
		];
	}
}
