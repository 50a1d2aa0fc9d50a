<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Rights;

defined( 'ABSPATH' ) || exit;


/** The scope each route needs (OpenAPI 2.264.0, `security`): Sellsy's 403 does not promise to name it. */
final class RouteScopes {

	/** What routes of API v1 begin with, in logs and failures. */
	public const V1 = 'v1:';

	private const SCOPES = [
		'GET /staffs'                                     => 'staffs.read',
		'GET /staffs/{id}'                                => 'staffs.read',
		'GET /taxes'                                      => 'taxes.read',
		'POST /taxes'                                     => 'taxes.write',
		'GET /rate-categories'                            => 'rate-categories.read',
		'GET /payment-terms'                              => 'payment-terms.read',
		'POST /documents/models/search'                   => 'models.read',
		'POST /companies/search'                          => 'companies.read',
		'POST /companies'                                 => 'companies.write',
		'GET /companies/{id}'                             => 'companies.read',
		'PUT /companies/{id}'                             => 'companies.write',
		'DELETE /companies/{id}'                          => 'companies.write',
		'POST /companies/{id}/convert'                    => 'companies.write',
		'GET /companies/{companyId}/addresses'            => 'companies.read',
		'POST /companies/{companyId}/addresses'           => 'companies.write',
		'POST /companies/{companyId}/contacts/{contactId}' => 'companies.write, contacts.read',
		'POST /individuals/search'                        => 'individuals.read',
		'POST /individuals'                               => 'individuals.write',
		'GET /individuals/{id}'                           => 'individuals.read',
		'PUT /individuals/{id}'                           => 'individuals.write',
		'DELETE /individuals/{id}'                        => 'individuals.write',
		'POST /individuals/{id}/convert'                  => 'individuals.write',
		'GET /individuals/{individualId}/addresses'       => 'individuals.read',
		'POST /individuals/{individualId}/addresses'      => 'individuals.write',
		'POST /contacts/search'                           => 'contacts.read',
		'POST /contacts'                                  => 'contacts.write',
		'GET /contacts/{id}'                              => 'contacts.read',
		'GET /contacts/{id}/companies'                    => 'companies.read, contacts.read',
		'PUT /contacts/{id}'                              => 'contacts.write',
		'DELETE /contacts/{id}'                           => 'contacts.write',
		'POST /items/search'                              => 'items.read',
		'POST /items'                                     => 'items.write',
		'GET /items/{id}'                                 => 'items.read',
		'PUT /items/{id}'                                 => 'items.write',
		'DELETE /items/{id}'                              => 'items.write',
		'GET /items/{id}/declinations'                    => 'items.read',
		'POST /estimates/search'                          => 'estimates.read',
		'POST /estimates/compute'                         => 'estimates.read',
		'POST /estimates'                                 => 'estimates.write',
		'GET /estimates/{id}'                             => 'estimates.read',
		'PUT /estimates/{id}'                             => 'estimates.write',
		'PUT /estimates/{id}/status'                      => 'estimates.write',
		'POST /orders/search'                             => 'orders.read',
		'POST /orders/compute'                            => 'orders.read',
		'POST /orders'                                    => 'orders.write',
		'GET /orders/{id}'                                => 'orders.read',
		'PUT /orders/{id}'                                => 'orders.write',
		'POST /invoices/search'                           => 'invoices.read',
		'POST /invoices/compute'                          => 'invoices.read',
		'POST /invoices'                                  => 'invoices.write',
		'GET /invoices/{id}'                              => 'invoices.read',
		'PUT /invoices/{id}'                              => 'invoices.write',
		'POST /invoices/{id}/validate'                    => 'invoices.write',
		'POST /deposit-invoices/prepare'                  => 'invoices.write',
		'GET /invoices/{id}/payments'                     => 'invoices.read, payments.read',
		'POST /invoices/{documentId}/payments/{paymentId}' => 'invoices.write, payments.write',
		'DELETE /invoices/{documentId}/payments/{paymentId}' => 'invoices.write, payments.write',
		'POST /credit-notes/search'                       => 'credit-notes.read',
		'POST /credit-notes/compute'                      => 'credit-notes.read',
		'POST /credit-notes'                              => 'credit-notes.write',
		'GET /credit-notes/{id}'                          => 'credit-notes.read',
		'PUT /credit-notes/{id}'                          => 'credit-notes.write',
		'POST /credit-notes/{id}/validate'                => 'credit-notes.write',
		'GET /credit-notes/{id}/payments'                 => 'credit-notes.read, payments.read',
		'POST /credit-notes/{documentId}/payments/{paymentId}' => 'credit-notes.write, payments.write',
		'DELETE /credit-notes/{documentId}/payments/{paymentId}' => 'credit-notes.write, payments.write',
		'GET /credit-notes/{id}/invoices'                 => 'credit-notes.read, invoices.read',
		'POST /credit-notes/{creditNoteId}/invoices/{invoiceId}' => 'credit-notes.read, invoices.read',
		'POST /companies/{id}/payments'                   => 'companies.read, payments.write',
		'POST /individuals/{id}/payments'                 => 'individuals.read, payments.write',
		'POST /payments/search'                           => 'payments.read',
		'GET /payments/{id}'                              => 'payments.read',
		'DELETE /payments/{id}'                           => 'payments.write',
		'GET /payments/methods'                           => 'payments.read',
		'GET /webhooks'                                   => 'webhooks.read',
		'POST /webhooks'                                  => 'webhooks.write',
		'GET /webhooks/events'                            => 'webhooks.read',
		'POST /webhooks/search'                           => 'webhooks.read',
		'GET /webhooks/{id}'                              => 'webhooks.read',
		'PUT /webhooks/{id}'                              => 'webhooks.write',
		'DELETE /webhooks/{id}'                           => 'webhooks.write',
		'GET /units'                                      => 'accounts.read',
		'GET /currencies'                                 => 'accounts.read',
	];

	/** Making final needs a privilege of its own beside the same scope: rights with a name of their own. */
	private const VALIDATING = [
		'POST /invoices/{id}/validate'     => 'invoices.validate',
		'POST /credit-notes/{id}/validate' => 'credit-notes.validate',
	];

	/** @return list<string> names of the rights that a route needs, see Right; none when the route is not ours. */
	public static function rights( string $route ): array {
		$scopes = self::scope( $route );
		return $scopes === '' ? [] : explode( ', ', self::VALIDATING[ $route ] ?? $scopes );
	}

	/** @param string $right its name. */
	public static function scope_of( string $right ): string {
		$route = array_search( $right, self::VALIDATING, true );
		return $route === false ? $right : self::scope( $route );
	}

	/** Empty when the route is not ours. */
	public static function scope( string $route ): string {
		return str_starts_with( $route, self::V1 ) ? 'api-v1' : self::SCOPES[ $route ] ?? '';
	}
}
