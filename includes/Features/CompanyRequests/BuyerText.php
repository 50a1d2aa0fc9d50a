<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\CompanyRequests;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\CompanyRequests\Rules\CompanyRequest;
use OrderInvoicer\Features\CompanyRequests\Rules\CompanyRequestState;

/** What a buyer reads of their request. Plain text, to be escaped. */
final class BuyerText {

	public static function of( CompanyRequest $request, CompanyRequestState $stands ): string {
		$says = match ( $stands ) {
			/* translators: %s: name of a company. */
			CompanyRequestState::Waiting  => __(
				'You asked for the invoice in the name of %s. The shop looks at it and answers here.',
				'orderinvoicer'
			),
			CompanyRequestState::Refused  =>
				/* translators: 1: name of a company, 2: the shop's reason. */
				__( 'The shop did not make the invoice out to %1$s. It says: %2$s', 'orderinvoicer' ),
			CompanyRequestState::Accepted =>
				/* translators: %s: name of a company. */
				__( 'The shop has accepted: your invoice is made out to %s as soon as it can be.', 'orderinvoicer' ),
			/* translators: %s: name of a company. */
			CompanyRequestState::Done     => __( 'Your invoice is made out to %s.', 'orderinvoicer' ),
		};
		return sprintf( $says, $request->data->company, $request->refusal === '' ? '–' : $request->refusal );
	}
}
