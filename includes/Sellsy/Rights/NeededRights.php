<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Rights;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Settings\Settings;
use OrderInvoicer\Domain\Settings\SettingsStore;

/** The rights that this shop's settings ask for, by the names of `RouteScopes::rights()`. */
final class NeededRights {

	/** Without customers and products nothing goes. */
	private const ALWAYS = [
		'accounts.read',
		'staffs.read',
		'taxes.read',
		'rate-categories.read',
		'payment-terms.read',
		'models.read',
		'companies.read',
		'companies.write',
		'individuals.read',
		'individuals.write',
		'contacts.read',
		'contacts.write',
		'items.read',
		'items.write',
	];

	private const OF_KIND = [
		'estimate'   => [ 'estimates.read', 'estimates.write' ],
		'order'      => [ 'orders.read', 'orders.write' ],
		'delivery'   => [ 'api-v1' ],
		'proforma'   => [ 'api-v1' ],
		'invoice'    => [ 'invoices.read', 'invoices.write', 'invoices.validate' ],
		'creditnote' => [ 'credit-notes.read', 'credit-notes.write', 'credit-notes.validate' ],
	];

	private const OF_PAYMENTS = [ 'payments.read', 'payments.write' ];

	private const OF_WEBHOOKS = [ 'webhooks.read', 'webhooks.write' ];

	/**
	 * What is ticked for these kinds, whatever the settings say; null for what all of them need.
	 *
	 * @return list<string> names as of `RouteScopes::rights()`; an invoice's with those of its payments.
	 */
	public static function rights( ?DocumentKind $kind ): array {
		return match ( $kind ) {
			null                  => self::ALWAYS,
			DocumentKind::Invoice => [ ...self::OF_KIND['invoice'], ...self::OF_PAYMENTS ],
			default               => self::OF_KIND[ $kind->value ],
		};
	}

	public function __construct( private readonly SettingsStore $settings ) {}

	/** @return list<string> */
	public function names(): array {
		$settings = $this->settings->get();
		$is_new   = ! $settings->is_at_work();
		$names    = [ ...self::ALWAYS, ...self::OF_KIND['invoice'] ];
		foreach ( DocumentKind::cases() as $kind ) {
			if ( $settings->workflow( $kind )->enabled || ( $is_new && $kind === DocumentKind::CreditNote ) ) {
				array_push( $names, ...self::OF_KIND[ $kind->value ] );
			}
		}
		if ( $is_new || $settings->payments->enabled ) {
			array_push( $names, ...self::OF_PAYMENTS );
		}
		if ( $settings->talk_back->webhooks ) {
			array_push( $names, ...self::OF_WEBHOOKS );
		}
		$needs_v1 = $this->sends( $settings ) || $settings->stock->warehouse_id !== null;
		return array_values( array_unique( [ ...$names, ...( $needs_v1 ? [ 'api-v1' ] : [] ) ] ) );
	}

	/** Sellsy sends documents through API v1 only. */
	private function sends( Settings $settings ): bool {
		foreach ( DocumentKind::cases() as $kind ) {
			$workflow = $settings->workflow( $kind );
			if ( $workflow->enabled && $workflow->sends_any() ) {
				return true;
			}
		}
		return false;
	}
}
