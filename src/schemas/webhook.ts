import * as z from 'zod/mini';

/** `GET` and `POST /webhook`: whether Sellsy tells this shop at once, or why not. */
export const WebhookSchema = z.strictObject( {
	state: z.enum( [
		'off',
		'coming',
		'on',
		'not_https',
		'copied',
		'local',
		'no_right',
		'no_events',
		'not_deleted',
		'failed',
	] ),
	/** The same as a sentence; empty while it is off. */
	text: z.string(),
} );

export type Webhook = z.infer< typeof WebhookSchema >;
