<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy;

defined( 'ABSPATH' ) || exit;

/** The scope each route needs (OpenAPI 2.264.0, `security`): Sellsy's 403 does not promise to name it. */
final class RouteScopes {

	private const SCOPES = [
		'GET /staffs'                                     => 'staffs.read',
		'GET /staffs/{id}'                                => 'staffs.read',
		'GET /taxes'                                      => 'taxes.read',
		'GET /rate-categories'                            => 'rate-categories.read',
		'GET /payment-terms'                              => 'payment-terms.read',
		'POST /documents/models/search'                   => 'models.read',
		'POST /companies/search'                          => 'companies.read',
		'POST /companies'                                 => 'companies.write',
		'GET /companies/{id}'                             => 'companies.read',
		'POST /companies/{id}/convert'                    => 'companies.write',
		'GET /companies/{companyId}/addresses'            => 'companies.read',
		'POST /companies/{companyId}/addresses'           => 'companies.write',
		'POST /companies/{companyId}/contacts/{contactId}' => 'companies.write, contacts.read',
		'POST /individuals/search'                        => 'individuals.read',
		'POST /individuals'                               => 'individuals.write',
		'GET /individuals/{id}'                           => 'individuals.read',
		'POST /individuals/{id}/convert'                  => 'individuals.write',
		'GET /individuals/{individualId}/addresses'       => 'individuals.read',
		'POST /individuals/{individualId}/addresses'      => 'individuals.write',
		'POST /contacts/search'                           => 'contacts.read',
		'POST /contacts'                                  => 'contacts.write',
		'POST /items/search'                              => 'items.read',
		'POST /items'                                     => 'items.write',
		'GET /items/{id}'                                 => 'items.read',
		'POST /invoices/search'                           => 'invoices.read',
		'POST /invoices/compute'                          => 'invoices.read',
		'POST /invoices'                                  => 'invoices.write',
		'GET /invoices/{id}'                              => 'invoices.read',
		'POST /invoices/{id}/validate'                    => 'invoices.write',
	];

	/** Empty when the route is not ours. */
	public static function of( string $route ): string {
		return self::SCOPES[ $route ] ?? '';
	}
}
