<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\TalkBack;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\TalkBack\Rules\KeepWebhook;
use OrderInvoicer\Features\TalkBack\Rules\Obstacle;
use OrderInvoicer\Reports\ConnectionErrors;
use OrderInvoicer\Rest\BaseController;

/**
 * Whether Sellsy tells this shop at once. What it sends goes to `Features/TalkBack/EventEndpoint`.
 *
 * @phpstan-type WebhookAnswer array{
 *     // Whether Sellsy tells this shop at once, or why not.
 *     state: 'off'|'coming'|'on'|value-of<Obstacle>,
 *     // The same as a sentence; empty while it is off.
 *     text: string,
 * }
 */
final class WebhookController extends BaseController {

	public function __construct(
		private readonly KeepWebhook $webhook,
		private readonly WebhookText $texts,
		private readonly ConnectionErrors $errors,
	) {}

	public function routes(): array {
		return [
			$this->get( '/webhook', 'webhook', $this->read( ... ) ),
			$this->post( '/webhook', 'webhook', $this->look( ... ) ),
		];
	}

	private function read(): \WP_REST_Response {
		$state = $this->webhook->state();
		return $this->answer(
			'webhook',
			[
				'state' => $state,
				'text'  => $this->texts->text( $state ),
			]
		);
	}

	/** Now, not with the next pass. */
	private function look(): \WP_REST_Response|\WP_Error {
		try {
			$this->webhook->now();
		} catch ( \RuntimeException ) {
			return $this->errors->not_stored();
		}
		return $this->read();
	}
}
