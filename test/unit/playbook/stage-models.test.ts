import { describe, expect, it } from 'vitest';
import { stages } from '#lib/contract/stage.ts';
import { hubspotStages } from '#lib/playbook/hubspot-stages.ts';
import {
  finding,
  keeping,
  stageLabel,
  stageModelOf,
  stageModels,
  stageNames,
  stageVoices,
} from '#lib/playbook/stage-models.ts';

const ids = ['suki', 'fil', 'pl', 'th', 'ms', 'fa', 'hubspot'];

describe('stage models', () => {
  it("say each stage in our words and in the customer's", () => {
    for (const stage of stages) {
      expect(stageNames[stage]).not.toBe('');
      expect(stageVoices[stage], stage).toMatch(/\bI\b/);
    }
  });

  it('name every stage, in English where a model has no word of its own', () => {
    expect(stageModels.map(({ id }) => id)).toEqual(ids);
    for (const model of stageModels)
      for (const stage of stages) expect(stageLabel(model, stage).text, `${model.id} ${stage}`).not.toBe('');
    expect(stageLabel(stageModelOf('pl'), 'retain')).toEqual({ text: 'Regular', lang: 'en', dir: 'ltr' });
    expect(stageLabel(stageModelOf('no-such'), 'retain').text).toBe('Regular');
  });

  it.each([
    ['[R0-01] Maabot', 'fil', 'discover', 'Maabot'],
    ['[R0-02] Pagtatamo', 'fil', 'purchase', 'Pagtatamo'],
    ['[R0-03] Pag-unlad', 'fil', 'engage', 'Pag-unlad at pag-aalaga'],
    ['[R0-04] Pagpapanatili', 'fil', 'retain', 'Pagpapanatili'],
    ['[R0-05] Pagtatanggol', 'fil', 'advocate', 'Pagtatanggol'],
    ['[R1-01] Odkrycie', 'pl', 'discover', 'Odkrycie'],
    ['[R2-03] Awareness', 'th', 'discover', 'Awareness'],
    ['[R2-06] การรักษาลูกค้า', 'th', 'retain', 'การรักษาลูกค้า'],
  ] as const)('%s', (_name, id, stage, text) => {
    expect(stageLabel(stageModelOf(id), stage)).toEqual({ text, lang: id, dir: 'ltr' });
  });

  it('[R4-04] are in Persian letters and from right to left when the Persian model is chosen', () => {
    for (const stage of stages) {
      const label = stageLabel(stageModelOf('fa'), stage);
      expect(label).toMatchObject({ lang: 'fa', dir: 'rtl' });
      expect(label.text).toMatch(/^[\p{Script=Arabic}\s]+$/u);
    }
  });

  it("[R2-16] are the team's own words in our model, and stay the school's words in any other", () => {
    const words = { retain: { name: 'Suki', voice: 'I am a suki here.' } };
    expect(stageLabel(stageModelOf('suki'), 'retain', words)).toEqual({
      text: 'Suki',
      lang: null,
      dir: 'auto',
    });
    expect(stageLabel(stageModelOf('suki'), 'engage', words).text).toBe('Getting started');
    expect(stageLabel(stageModelOf('fil'), 'retain', words).text).toBe('Pagpapanatili');
  });

  it('[R2-01] stand in two columns: they find us, we keep them', () => {
    expect(finding).toEqual(['discover', 'educate', 'purchase']);
    expect(keeping).toEqual(['engage', 'retain', 'advocate', 'lapsed']);
  });

  it('have a value of HubSpot for each stage, and no value means two stages that differ there', () => {
    expect(Object.keys(hubspotStages)).toEqual([...stages]);
    expect(hubspotStages.purchase).toEqual(['opportunity']);
    expect(hubspotStages.retain).toEqual(hubspotStages.engage);
    const values = Object.entries(hubspotStages).flatMap(([stage, all]) =>
      stage === 'retain' ? [] : [...all],
    );
    expect(new Set(values).size).toBe(values.length);
  });
});
