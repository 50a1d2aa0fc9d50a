<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\V1;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Failures\FailureKind;
use OrderInvoicer\Domain\Failures\RemoteFailure;

/** Finds out whether API v1 lets this connection in, by the cheapest call that changes nothing. */
final class V1Probe {

	public function __construct( private readonly V1Client $client ) {}

	/** @throws RemoteFailure when nobody can say now. */
	public function answers(): bool {
		$one_document = [
			'doctype'    => 'invoice',
			'pagination' => [
				'nbperpage' => 1,
				'pagenum'   => 1,
			],
		];
		try {
			$this->client->call( 'Document.getList', $one_document, is_trial: true );
		} catch ( RemoteFailure $failure ) {
			return match ( $failure->kind ) {
				FailureKind::V1Missing, FailureKind::AccountBlocked => false,
				// Whatever else it refuses, it let us in.
				FailureKind::Rejected, FailureKind::NotFound => true,
				default => throw $failure,
			};
		}
		return true;
	}
}
