<?php
/**
 * Two ways in which a shop may want its documents, set by one click.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

final class Orderinvoicer_Demo_Shops {

	private const RULE = [
		'gateways'         => [],
		'buyer'            => '',
		'area'             => '',
		'makes'            => true,
		'finalise'         => 'manual',
		'email'            => false,
		'owner_id'         => null,
		'model_id'         => null,
		'rate_category_id' => null,
	];

	/** @return string Where it is seen. */
	public static function open( string $name ): string {
		$settings = Orderinvoicer_Demo_Acts::call( 'GET', '/settings' );
		$rules    = $name === 'rules';
		Orderinvoicer_Demo_Acts::call(
			'POST',
			'/settings',
			[
				'proforma' => [
					...$settings['proforma'],
					'enabled'          => $rules,
					'rate_category_id' => $settings['invoice']['rate_category_id'],
					'rules'            => $rules ? [ self::transfer() ] : [],
					'others'           => ! $rules,
				],
				'invoice'  => [
					...$settings['invoice'],
					'rules' => $rules ? [ self::company() ] : [],
				],
			]
		);
		return admin_url( 'admin.php?page=orderinvoicer#/' . ( $rules ? 'documents' : 'settings' ) );
	}

	/** @return array<string, mixed> */
	private static function transfer(): array {
		return [
			...self::RULE,
			'id'       => 1,
			'gateways' => [ 'bacs', 'cheque' ],
			'trigger'  => 'status:on-hold',
		];
	}

	/** @return array<string, mixed> */
	private static function company(): array {
		return [
			...self::RULE,
			'id'      => 2,
			'buyer'   => 'company',
			'area'    => 'domestic',
			'trigger' => 'completed',
		];
	}
}
