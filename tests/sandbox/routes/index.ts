import type { Routes } from '../world.ts';
import { addressRoutes } from './addresses.ts';
import { contactRoutes } from './contacts.ts';
import { creditRoutes } from './credits.ts';
import { depositRoutes } from './deposits.ts';
import { documentRoutes } from './documents.ts';
import { itemDetailRoutes } from './item-details.ts';
import { itemRoutes } from './items.ts';
import { paymentRoutes } from './payments.ts';
import { referenceRoutes } from './reference.ts';
import { taxRoutes } from './taxes.ts';
import { thirdRoutes } from './thirds.ts';
import { webhookRoutes } from './webhooks.ts';

/** By operation of the contract. An operation of the contract without a route here is not simulated yet: 404. */
export const routes: Routes = {
	...referenceRoutes,
	...taxRoutes,
	...thirdRoutes( 'company' ),
	...thirdRoutes( 'individual' ),
	...addressRoutes,
	...contactRoutes,
	...itemRoutes,
	...itemDetailRoutes,
	...documentRoutes( 'invoice' ),
	...documentRoutes( 'estimate' ),
	...documentRoutes( 'order' ),
	...documentRoutes( 'creditnote' ),
	...documentRoutes( 'delivery' ),
	...creditRoutes,
	...depositRoutes,
	...paymentRoutes,
	...webhookRoutes,
};
