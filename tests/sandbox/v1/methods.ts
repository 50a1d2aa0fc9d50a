import type { Json, JsonObject } from '../../contract/json.ts';
import type { World } from '../world.ts';
import { create } from './create.ts';
import { getList, getOne, getPublicLink } from './documents.ts';
import { sendDocByMail } from './mails.ts';
import {
	updateDeliveryStep,
	updateFields,
	updateStep,
	validate,
} from './steps.ts';
import {
	createVariationField,
	getVariationFields,
	updateVariationField,
} from './variation-fields.ts';
import {
	activateVariations,
	createVariations,
	getVariations,
} from './variations.ts';
import { activate, add, getForItem, getWarehouses } from './stock.ts';

/** What a method is given; the contract has checked `params`. */
export interface V1Call {
	params: JsonObject;
	/** The person whose token it is. */
	staff: number;
	world: World;
}

/** Answers what stands under `response`. */
export type V1Method = ( call: V1Call ) => Json;

export const methods: Record< string, V1Method > = {
	'Catalogue.activateVariations': activateVariations,
	'Catalogue.createVariationField': createVariationField,
	'Catalogue.createVariations': createVariations,
	'Catalogue.getVariationFields': getVariationFields,
	'Catalogue.getVariations': getVariations,
	'Catalogue.updateVariationField': updateVariationField,
	'Document.create': create,
	'Document.getList': getList,
	'Document.getOne': getOne,
	'Document.getPublicLink_v2': getPublicLink,
	'Document.sendDocByMail': sendDocByMail,
	'Document.updateDeliveryStep': updateDeliveryStep,
	'Document.updateFields': updateFields,
	'Document.updateStep': updateStep,
	'Document.validate': validate,
	'Stock.activate': activate,
	'Stock.add': add,
	'Stock.getForItem': getForItem,
	'Stock.getWarehouses': getWarehouses,
};
